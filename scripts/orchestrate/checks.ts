/** What a step of `npm test` found; each failure by its name and the first words of what went wrong. */
export type Tally = { readonly passed: number; readonly failed: number; readonly failures?: readonly string[] }

export type Check = { readonly name: string; readonly run: () => Promise<Tally> }

/** A step that either holds or does not. */
export const asTally = (exitCode: number): Tally =>
  exitCode === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }

/** Several runs as one. */
export const sumOf = (tallies: readonly Tally[]): Tally => {
  const sum = (key: 'passed' | 'failed'): number => tallies.reduce((total, tally) => total + tally[key], 0)
  return { passed: sum('passed'), failed: sum('failed'), failures: tallies.flatMap(({ failures = [] }) => failures) }
}

/**
 * Runs every check, the later ones even when an earlier one failed, and adds up; those of one array run at once. A check
 * that throws has failed. What failed is named once more at the end: a log is often kept by its last lines only.
 */
export const runChecks = async (
  checks: readonly (Check | readonly Check[])[],
  signal: AbortSignal,
  say: (line: string) => void,
): Promise<Tally> => {
  const outcomes: Outcome[] = []
  for (const step of checks) {
    signal.throwIfAborted()
    const together = 'run' in step ? [step] : step
    say(together.map(({ name }) => name).join(' and '))
    outcomes.push(...(await Promise.all(together.map((check) => outcomeOf(check, signal)))))
    signal.throwIfAborted()
  }
  console.log('')
  for (const { name, failures = [] } of outcomes)
    for (const words of failures) console.log(`failed: ${name} › ${words}`)
  for (const { name, passed, failed } of outcomes) console.log(`${name.padEnd(14)} ${passed} passed, ${failed} failed`)
  const { passed, failed } = sumOf(outcomes)
  return { passed, failed }
}

type Outcome = Tally & { readonly name: string }

/** Never rejects: what runs beside it is waited for too, and puts away what it has begun. */
const outcomeOf = async ({ name, run }: Check, signal: AbortSignal): Promise<Outcome> => {
  try {
    return { name, ...(await run()) }
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error)
    if (!signal.aborted) console.error(words)
    return { name, passed: 0, failed: 1, failures: [words] }
  }
}

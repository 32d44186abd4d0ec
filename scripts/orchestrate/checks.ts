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
 * Runs every check, the later ones even when an earlier one failed, and adds up. A check that throws has failed. What
 * failed is named once more at the end: a log is often kept by its last lines only.
 */
export const runChecks = async (
  checks: readonly Check[],
  signal: AbortSignal,
  say: (line: string) => void,
): Promise<Tally> => {
  const outcomes: (Tally & { readonly name: string })[] = []
  for (const { name, run } of checks) {
    signal.throwIfAborted()
    say(name)
    const tally = await run().catch((error: unknown): Tally => {
      signal.throwIfAborted()
      const words = error instanceof Error ? error.message : String(error)
      console.error(words)
      return { passed: 0, failed: 1, failures: [words] }
    })
    outcomes.push({ name, ...tally })
  }
  console.log('')
  for (const { name, failures = [] } of outcomes)
    for (const words of failures) console.log(`failed: ${name} › ${words}`)
  for (const { name, passed, failed } of outcomes) console.log(`${name.padEnd(14)} ${passed} passed, ${failed} failed`)
  const { passed, failed } = sumOf(outcomes)
  return { passed, failed }
}

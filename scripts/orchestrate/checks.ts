/** What a step of `npm test` found. */
export type Tally = { readonly passed: number; readonly failed: number }

export type Check = { readonly name: string; readonly run: () => Promise<Tally> }

/** A step that either holds or does not. */
export const asTally = (exitCode: number): Tally =>
  exitCode === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }

/** Runs every check, the later ones even when an earlier one failed, and adds up. A check that throws has failed. */
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
      console.error(error instanceof Error ? error.message : error)
      return { passed: 0, failed: 1 }
    })
    outcomes.push({ name, ...tally })
  }
  console.log('')
  for (const { name, passed, failed } of outcomes) console.log(`${name.padEnd(14)} ${passed} passed, ${failed} failed`)
  const sum = (key: keyof Tally): number => outcomes.reduce((total, outcome) => total + outcome[key], 0)
  return { passed: sum('passed'), failed: sum('failed') }
}

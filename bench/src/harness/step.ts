import { say } from './report'

/** Runs a step of the set-up and tells how long it took: a set-up of minutes must not look like a standstill. */
export async function step<T>(name: string, work: () => Promise<T>): Promise<T> {
  const startedAt = performance.now()
  const done = await work()
  say(`  ${name}: ${((performance.now() - startedAt) / 1_000).toFixed(1)} s`)
  return done
}

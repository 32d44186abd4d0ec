export type LoadResult = {
  readonly perS: number
  readonly p50Ms: number
  readonly p99Ms: number
  readonly latenciesMs: readonly number[]
  readonly done: number
}

import { quantile } from './figures'

/** `clients` callers in a closed loop for `seconds`: each asks again as soon as it has its answer. */
export const closedLoop = async (
  clients: number,
  seconds: number,
  call: (client: number) => Promise<unknown>,
): Promise<LoadResult> => {
  const latenciesMs: number[] = []
  const startedAt = performance.now()
  const endsAt = startedAt + seconds * 1_000
  const client = async (index: number): Promise<void> => {
    while (performance.now() < endsAt) {
      const askedAt = performance.now()
      await call(index)
      latenciesMs.push(performance.now() - askedAt)
    }
  }
  await Promise.all(Array.from({ length: clients }, (_, index) => client(index)))
  const elapsedS = (performance.now() - startedAt) / 1_000
  return {
    perS: latenciesMs.length / elapsedS,
    p50Ms: quantile(latenciesMs, 0.5),
    p99Ms: quantile(latenciesMs, 0.99),
    latenciesMs,
    done: latenciesMs.length,
  }
}

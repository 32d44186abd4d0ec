import { quantile } from './figures'

export type LoadResult = {
  readonly perS: number
  readonly p50Ms: number
  readonly p99Ms: number
  readonly done: number
}

const loop = async (
  clients: number,
  more: () => boolean,
  call: (client: number) => Promise<unknown>,
): Promise<LoadResult> => {
  const latenciesMs: number[] = []
  const startedAt = performance.now()
  const client = async (index: number): Promise<void> => {
    while (more()) {
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
    done: latenciesMs.length,
  }
}

/** `clients` callers in a closed loop for `seconds`: each asks again as soon as it has its answer. */
export const closedLoop = (
  clients: number,
  seconds: number,
  call: (client: number) => Promise<unknown>,
): Promise<LoadResult> => {
  const endsAt = performance.now() + seconds * 1_000
  return loop(clients, () => performance.now() < endsAt, call)
}

/** `clients` callers until `total` calls are done; each call is told its number. */
export const closedLoopOf = (
  clients: number,
  total: number,
  call: (number: number) => Promise<unknown>,
): Promise<LoadResult> => {
  let next = 0
  return loop(
    clients,
    () => next < total,
    () => call(next++),
  )
}

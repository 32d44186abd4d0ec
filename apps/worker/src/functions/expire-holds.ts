import type { ExpiredHold, StockEngine } from '@selvedge/core'
import type { JobIo } from './job-io'

const AT_ONCE = 500
const ROUNDS = 100

export type ExpireHoldsDeps = {
  readonly engine: Pick<StockEngine, 'expireDue'>
  /** Told of the holds of each round: the trail of the requests that took them goes on here. */
  readonly onExpired: (holds: readonly ExpiredHold[]) => void
}

/** One run per second in which holds end, not one per hold: sleeps to the second's end, expires whatever is due. */
export const expireHolds =
  (deps: ExpireHoldsDeps) =>
  async (io: JobIo, { bucketEndsAtMs }: { bucketEndsAtMs: number }): Promise<number> => {
    await io.sleepUntil('bucket-end', new Date(bucketEndsAtMs))
    return io.run('expire', () => expireAllDue(deps))
  }

/**
 * Expires until nothing is due; answers how many. The database decides what is due: committed, released and extended
 * holds are simply not, and those that a writer has locked are its own, or come free in a moment.
 */
export const expireAllDue = async ({ engine, onExpired }: ExpireHoldsDeps): Promise<number> => {
  let total = 0
  for (let round = 0; round < ROUNDS; round++) {
    const expired = await engine.expireDue(AT_ONCE)
    if (expired.length === 0) break
    onExpired(expired)
    total += expired.length
  }
  return total
}

import type { StockEngine } from '@selvedge/core'
import type { JobIo } from './job-io'

const AT_ONCE = 500
const ROUNDS = 100

/** One run per second in which holds end, not one per hold: sleeps to the second's end, expires whatever is due. */
export const expireHolds =
  (engine: Pick<StockEngine, 'expireDue'>) =>
  async (io: JobIo, { bucketEndsAtMs }: { bucketEndsAtMs: number }): Promise<number> => {
    await io.sleepUntil('bucket-end', new Date(bucketEndsAtMs))
    return io.run('expire', () => expireAllDue(engine))
  }

/**
 * Expires until nothing is due; answers how many. The database decides what is due: committed, released and extended
 * holds are simply not, and those that a writer has locked it expires itself.
 */
export const expireAllDue = async (engine: Pick<StockEngine, 'expireDue'>): Promise<number> => {
  let total = 0
  for (let round = 0; round < ROUNDS; round++) {
    const expired = await engine.expireDue(AT_ONCE)
    if (expired === 0) break
    total += expired
  }
  return total
}

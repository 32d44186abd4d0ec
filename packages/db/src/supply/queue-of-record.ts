import { addDays, type RecordSupply, type Waiting } from '@selvedge/core'
import type { LockedLevel } from './lock-levels'
import type { OpenPromise, RecordWaiting, WaitingFor } from './read-waiting'

/** What a command of the same transaction is about to do to a level. Units. */
export type LevelDelta = { readonly onHand?: number; readonly unavailable?: number; readonly allocated?: number }

export type QueueOfRecord = {
  readonly recordId: number
  readonly variantId: number
  readonly promises: readonly OpenPromise[]
  readonly queue: readonly Waiting[]
  readonly supply: RecordSupply
  readonly presaleLines: ReadonlySet<number>
  readonly backorderDays: number
}

export const promiseKey = (promiseId: number): string => `promise:${promiseId}`
export const holdKey = (cartId: string, holdId: string): string => `hold:${cartId}|${holdId}`

const NOTHING: RecordWaiting = { promises: [], pending: [], lines: [] }

/**
 * The queue of one record and what there is for it. Pieces on the shelf count for the queue only as far as nobody else
 * was promised them: everything allocated or held that does not itself wait for supply comes first.
 */
export const queueOfRecord = (level: LockedLevel, waiting: WaitingFor, delta: LevelDelta = {}): QueueOfRecord => {
  const { recordId, variantId } = level
  const { place, promises, pending, lines } = waiting.records.get(recordId) ?? NOTHING
  const waitingUnits =
    promises.reduce((sum, promise) => sum + promise.open, 0) + pending.reduce((sum, hold) => sum + hold.units, 0)
  const onHand = level.onHand + (delta.onHand ?? 0)
  const unavailable = level.unavailable + (delta.unavailable ?? 0)
  const allocated = level.allocated + (delta.allocated ?? 0)
  const backorderDays = place?.backorderDays ?? 0
  const backorderUnits = place?.backorderUnits ?? 0
  return {
    recordId,
    variantId,
    promises,
    queue: [
      ...promises.map((promise) => ({
        key: promiseKey(promise.promiseId),
        units: promise.open,
        backorderShipsOn: addDays(promise.madeOn, backorderDays),
      })),
      ...pending.map((hold) => ({
        key: holdKey(hold.cartId, hold.holdId),
        units: hold.units,
        backorderShipsOn: addDays(waiting.today, backorderDays),
      })),
    ],
    supply: {
      stockUnits: onHand - unavailable - (allocated + level.reserved - waitingUnits),
      lines: lines.map(({ recordId: _record, presale: _presale, ...line }) => line),
      backorderUnits,
    },
    presaleLines: new Set(lines.flatMap((line) => (line.presale ? [line.shipmentLineId] : []))),
    backorderDays,
  }
}

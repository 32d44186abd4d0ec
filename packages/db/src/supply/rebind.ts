import {
  type AnnotatePromises,
  bindPromises,
  type Cause,
  type ConfigureStock,
  type Day,
  type Origin,
  type PromiseChange,
  promiseChange,
  type StockCommand,
  withStandingDays,
} from '@selvedge/core'
import type pg from 'pg'
import { lockLevels } from './lock-levels'
import { type LevelDelta, promiseKey, type QueueOfRecord, queueOfRecord } from './queue-of-record'
import { type OpenPromise, readToBind, type WaitingToBind } from './read-waiting'
import { writeChanges } from './write-changes'

export type Rebinding = {
  readonly variantIds: readonly number[]
  /** The records of these SKUs whose supply or queue has changed; each queue stands for itself. All of them when not said. */
  readonly recordIds?: readonly number[]
  readonly origin: Origin
  /** What changed the supply or the queue of a record; where nothing is said, what its cap stands on now. */
  readonly causeOf?: (recordId: number) => Cause | undefined
  /** By record id: what other commands of the same transaction do to the level. */
  readonly deltas?: ReadonlyMap<number, LevelDelta>
}

export type ChangedPromise = { readonly promise: OpenPromise; readonly change: PromiseChange }

/**
 * Binds everybody who waits for these records again, from what the rows say now: locks the levels, reads queues and
 * supply, writes what changed with its messages, and answers the commands that tell the ledger and move the caps. Runs
 * inside the caller's transaction, after its documents are locked and written, before the engine decides. Every record
 * of the SKUs is locked, bound or not: the engine locks by SKU after it, and must find nothing left to wait for.
 */
export const rebind = async (client: pg.PoolClient, rebinding: Rebinding): Promise<readonly StockCommand[]> => {
  const { variantIds, recordIds, origin, deltas = new Map<number, LevelDelta>() } = rebinding
  const levels = await lockLevels(client, variantIds)
  const named = recordIds === undefined ? levels.keys() : new Set(recordIds)
  const waiting = await readToBind(client, [...named])
  const settings: ConfigureStock['settings'][number][] = []
  const changed: ChangedPromise[] = []
  for (const [recordId, { place, promises }] of waiting.records) {
    const level = levels.get(recordId)
    if (!level || !place) throw new Error(`record ${recordId} is bound and was not locked`)
    // The allowance, and what is still to come of lines open for presale.
    const oversellCap = place.backorderUnits + (waiting.presaleUnits.get(recordId) ?? 0)
    if (oversellCap !== level.oversellCap) {
      const cause = rebinding.causeOf?.(recordId) ?? standsOn(waiting, recordId)
      settings.push({ recordId, variantId: level.variantId, oversellCap, reason: 'supply', cause })
    }
    if (promises.length > 0)
      changed.push(...bindAgain(queueOfRecord(level, waiting, deltas.get(recordId)), waiting.today))
  }
  if (changed.length > 0) await writeChanges(client, changed, origin)
  const notes = changed.flatMap(notesOf)
  return [
    ...(settings.length > 0 ? [{ kind: 'configure', origin, settings } as const] : []),
    ...(notes.length > 0 ? [{ kind: 'annotate', origin, notes } as const] : []),
  ]
}

const standsOn = ({ presaleLines }: WaitingToBind, recordId: number): Cause => {
  const lineId = presaleLines.get(recordId)
  return lineId === undefined
    ? { type: 'backorder', id: String(recordId) }
    : { type: 'shipment-line', id: String(lineId) }
}

/** Those of a queue whose supply, day or state is another than it was. */
const bindAgain = ({ queue, supply, promises }: QueueOfRecord, today: Day): readonly ChangedPromise[] => {
  const bound = new Map(bindPromises(queue, supply).bound.map((one) => [one.key, one]))
  return promises.flatMap((promise) => {
    const key = promiseKey(promise.promiseId)
    const found = bound.get(key)
    if (!found) return []
    const told = { bindings: promise.bindings, elsewhere: promise.elsewhere.map((day) => day ?? undefined) }
    const now = { key, bindings: withStandingDays(found.bindings, told, today) }
    const isNew = promise.bindings.length === 0
    const standing = { key, open: promise.open, ...(promise.shipBy === null ? {} : { shipBy: promise.shipBy }) }
    const change = promiseChange(isNew ? standing : { ...standing, bindings: promise.bindings }, now, today)
    return change ? [{ promise, change }] : []
  })
}

type Note = AnnotatePromises['notes'][number]

/** What the stream of the record says of a change: made, bound to other supply, kept. */
const notesOf = ({ promise, change }: ChangedPromise): readonly Note[] => {
  const { recordId, variantId, orderId, lineNo } = promise
  const cause = { type: 'order-line', id: `${orderId}:${lineNo}` } as const
  const common = { recordId, variantId, cause }
  const open = promise.open - change.keptUnits
  const undated = change.unboundUnits > 0 ? 'no supply bound' : 'no day known'
  const shipBy = change.shipBy === undefined ? undated : `ships by ${change.shipBy}`
  const notes: Note[] = []
  if (change.made) notes.push({ ...common, type: 'PromiseMade', quantity: promise.open, note: shipBy })
  if (change.rebound) {
    const was = change.was === undefined ? '' : `, was ${change.was}`
    notes.push({ ...common, type: 'PromiseRebound', quantity: open, note: `${shipBy}${was}` })
  }
  if (change.keptUnits > 0) notes.push({ ...common, type: 'PromiseKept', quantity: change.keptUnits })
  return notes
}

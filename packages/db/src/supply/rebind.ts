import {
  type AnnotatePromises,
  bindPromises,
  type ConfigureStock,
  type Origin,
  type PromiseChange,
  promiseChange,
  type StockCommand,
} from '@selvedge/core'
import type pg from 'pg'
import { lockLevels } from './lock-levels'
import { type LevelDelta, promiseKey, queueOfRecord } from './queue-of-record'
import { type OpenPromise, readWaiting } from './read-waiting'
import { writeChanges } from './write-changes'

export type Rebinding = {
  readonly variantIds: readonly number[]
  readonly origin: Origin
  /** By record id: what other commands of the same transaction do to the level. */
  readonly deltas?: ReadonlyMap<number, LevelDelta>
}

export type ChangedPromise = { readonly promise: OpenPromise; readonly change: PromiseChange }

/**
 * Binds everybody who waits for these SKUs again, from what the rows say now: locks their levels, reads queues and
 * supply, writes what changed with its messages, and answers the commands that tell the ledger and move the caps. Runs
 * inside the caller's transaction, after its documents are locked and written, before the engine decides.
 */
export const rebind = async (client: pg.PoolClient, rebinding: Rebinding): Promise<readonly StockCommand[]> => {
  const { variantIds, origin, deltas = new Map<number, LevelDelta>() } = rebinding
  const levels = await lockLevels(client, variantIds)
  const waiting = await readWaiting(client, [...levels.keys()])
  const settings: ConfigureStock['settings'][number][] = []
  const changed: ChangedPromise[] = []
  for (const level of levels.values()) {
    const record = queueOfRecord(level, waiting, deltas.get(level.recordId))
    const { recordId, variantId } = record
    if (record.cap !== level.oversellCap) {
      settings.push({ recordId, variantId, oversellCap: record.cap, reason: 'supply' })
    }
    const bound = new Map(bindPromises(record.queue, record.supply).bound.map((one) => [one.key, one]))
    for (const promise of record.promises) {
      const key = promiseKey(promise.promiseId)
      const now = bound.get(key)
      if (!now) continue
      const isNew = promise.bindings.length === 0
      const standing = { key, open: promise.open, ...(promise.shipBy === null ? {} : { shipBy: promise.shipBy }) }
      const change = promiseChange(isNew ? standing : { ...standing, bindings: promise.bindings }, now)
      if (change) changed.push({ promise, change })
    }
  }
  if (changed.length > 0) await writeChanges(client, changed, origin)
  const notes = changed.flatMap(notesOf)
  return [
    ...(settings.length > 0 ? [{ kind: 'configure', origin, settings } as const] : []),
    ...(notes.length > 0 ? [{ kind: 'annotate', origin, notes } as const] : []),
  ]
}

type Note = AnnotatePromises['notes'][number]

/** What the stream of the record says of a change: made, bound to other supply, kept. */
const notesOf = ({ promise, change }: ChangedPromise): readonly Note[] => {
  const { recordId, variantId, orderId, lineNo } = promise
  const cause = { type: 'order-line', id: `${orderId}:${lineNo}` } as const
  const common = { recordId, variantId, cause }
  const open = promise.open - change.keptUnits
  const shipBy = change.shipBy === undefined ? 'no supply bound' : `ships by ${change.shipBy}`
  const notes: Note[] = []
  if (change.made) notes.push({ ...common, type: 'PromiseMade', quantity: promise.open, note: shipBy })
  if (change.rebound) {
    const was = change.was === undefined ? '' : `, was ${change.was}`
    notes.push({ ...common, type: 'PromiseRebound', quantity: open, note: `${shipBy}${was}` })
  }
  if (change.keptUnits > 0) notes.push({ ...common, type: 'PromiseKept', quantity: change.keptUnits })
  return notes
}

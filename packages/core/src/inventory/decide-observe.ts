import { accept, type Result, reject } from '../result'
import { reconcile } from './reconcile'
import type { AdjustStock, Observation, Observed, ObserveStock } from './record-commands'
import type { StockRejection } from './rejections'
import { settlePromises } from './settle-promises'
import type { StockState } from './state'
import type { StockView } from './view'

const refusal = (
  view: StockView,
  { variantId, recordId, dedupeKey, expectedVersion }: Observation,
): StockRejection | undefined => {
  const record = view.recordOf(variantId, recordId)
  if (!record) return { code: 'UNKNOWN_RECORD', recordId }
  if (dedupeKey !== undefined && view.seen(recordId, dedupeKey) !== undefined) return undefined
  return expectedVersion !== undefined && expectedVersion !== record.version
    ? { code: 'STOCK_CHANGED', recordId, version: record.version }
    : undefined
}

const observeOne = (view: StockView, command: ObserveStock, seen: Observation): Observed => {
  const { recordId, type, quantity, reason, note, effectiveAt, dedupeKey } = seen
  const earlier = dedupeKey === undefined ? undefined : view.seen(recordId, dedupeKey)
  if (earlier !== undefined) return { recordId, version: earlier, repeated: true }
  const record = view.record(recordId)
  if (!record) throw new Error(`record ${recordId} was there a moment ago`)
  const cause = seen.cause ?? command.cause
  view.because(cause)
  const told = {
    ...(reason === undefined ? {} : { reason }),
    ...(cause ? { cause } : {}),
    ...(effectiveAt ? { effectiveAt } : {}),
  }
  for (const missed of reconcile(record, type, quantity)) view.apply(recordId, { ...missed, ...told })
  const { version } = view.apply(recordId, {
    type,
    quantity,
    ...told,
    ...(note === undefined ? {} : { note }),
    ...(dedupeKey === undefined ? {} : { dedupeKey }),
  })
  settlePromises(view, recordId, reason)
  return { recordId, version, repeated: false }
}

/**
 * Physical observations are never refused for what they say: what the books never had is entered first, and promises
 * without units become short after the newest holds have given way. All or none.
 */
export const decideObserve = (view: StockView, command: ObserveStock): Result<readonly Observed[], StockRejection> => {
  // Versions are those the observer saw, before the command's own entries.
  for (const observation of command.observations) {
    const refused = refusal(view, observation)
    if (refused) return reject(refused)
  }
  return accept(command.observations.map((observation) => observeOne(view, command, observation)))
}

/** One observation by hand; answers the level after it. */
export const decideAdjust = (view: StockView, command: AdjustStock): Result<StockState, StockRejection> => {
  const { kind: _kind, delta, origin, cause, ...seen } = command
  const answer = decideObserve(view, {
    kind: 'observe',
    origin,
    ...(cause ? { cause } : {}),
    observations: [{ ...seen, type: 'Adjusted', quantity: delta }],
  })
  if (!answer.ok) return answer
  const record = view.record(command.recordId)
  return record ? accept(record) : reject({ code: 'UNKNOWN_RECORD', recordId: command.recordId })
}

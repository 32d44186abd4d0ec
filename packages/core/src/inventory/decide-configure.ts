import { accept, type Result, reject } from '../result'
import type { AnnotatePromises, ConfigureStock } from './record-commands'
import type { StockRejection } from './rejections'
import { settlePromises } from './settle-promises'
import type { StockRecord } from './state'
import type { StockView } from './view'

/** Settings of records, all or none; what is set already makes no entry. Answers the records after it. */
export const decideConfigure = (
  view: StockView,
  command: ConfigureStock,
): Result<readonly StockRecord[], StockRejection> => {
  for (const { variantId, recordId, safetyStock, oversellCap, reason, ...setting } of command.settings) {
    const before = view.recordOf(variantId, recordId)
    if (!before) return reject({ code: 'UNKNOWN_RECORD', recordId })
    const cause = setting.cause ?? command.cause
    view.because(cause)
    const told = { ...(reason === undefined ? {} : { reason }), ...(cause ? { cause } : {}) }
    if (safetyStock !== undefined && safetyStock !== before.safetyStock) {
      view.apply(recordId, { type: 'SafetyStockSet', quantity: safetyStock, ...told })
    }
    if (oversellCap !== undefined && oversellCap !== before.oversellCap) {
      view.apply(recordId, { type: 'OversellCapSet', quantity: oversellCap, ...told })
      settlePromises(view, recordId, reason)
    }
  }
  return accept(command.settings.flatMap(({ recordId }) => view.record(recordId) ?? []))
}

/** Promises told in the stream of the record they draw on, all or none. Answers the records after it. */
export const decideAnnotate = (
  view: StockView,
  command: AnnotatePromises,
): Result<readonly StockRecord[], StockRejection> => {
  for (const { recordId, variantId, ...note } of command.notes) {
    if (!view.recordOf(variantId, recordId)) return reject({ code: 'UNKNOWN_RECORD', recordId })
    view.apply(recordId, note)
  }
  return accept(command.notes.flatMap(({ recordId }) => view.record(recordId) ?? []))
}

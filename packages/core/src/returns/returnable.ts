import { accept, type Result, reject } from '../result'
import type { ReturnRejection } from './rejections'
import type { RequestReturn } from './return-request'

/** A line of the order with what of it is on its way back or back already; refused and withdrawn pieces do not count. */
export type ReturnableLine = { readonly lineNo: number; readonly quantity: number; readonly returning: number }

/** Every unit comes back once: the lines as locked, so that parallel requests for one piece see each other. */
export const checkReturnable = (
  ordered: readonly ReturnableLine[],
  request: Pick<RequestReturn, 'lines'>,
): Result<void, ReturnRejection> => {
  for (const { lineNo, quantity } of request.lines) {
    const line = ordered.find((one) => one.lineNo === lineNo)
    if (!line) return reject({ code: 'RETURN_LINE_UNKNOWN', lineNo })
    const returnable = line.quantity - line.returning
    if (quantity > returnable) return reject({ code: 'RETURN_EXCEEDS_ORDER', lineNo, returnable })
  }
  return accept(undefined)
}

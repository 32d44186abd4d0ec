import type { OrderState } from '../orders/checkout'
import type { ReturnState } from './return-request'

export type ReturnRejection =
  | { readonly code: 'RETURN_NOT_FOUND'; readonly returnId: number }
  | { readonly code: 'RETURN_STATE'; readonly returnId: number; readonly state: ReturnState }
  | { readonly code: 'RETURN_CHANGED'; readonly returnId: number; readonly version: number }
  | { readonly code: 'RETURN_ID_REUSED'; readonly requestId: string }
  /** Only what has left the house can come back. */
  | { readonly code: 'ORDER_NOT_RETURNABLE'; readonly number: string; readonly state: OrderState }
  | { readonly code: 'RETURN_TOO_LATE'; readonly number: string; readonly days: number }
  | { readonly code: 'RETURN_LINE_UNKNOWN'; readonly lineNo: number }
  | { readonly code: 'RETURN_EXCEEDS_ORDER'; readonly lineNo: number; readonly returnable: number }
  | { readonly code: 'RETURN_LINE_DECIDED'; readonly lineNo: number }
  | { readonly code: 'INSPECTION_DOES_NOT_ADD_UP'; readonly lineNo: number; readonly expected: number }
  | { readonly code: 'UNKNOWN_LOCATION'; readonly locationId: number }

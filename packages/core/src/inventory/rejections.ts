import type { ReservationState } from './reservation'

/** Everything the inventory can say no with. `available` is what the asker could have, 0 when nothing. */
export type StockRejection =
  | {
      readonly code: 'OUT_OF_STOCK'
      readonly variantId: number
      readonly requested: number
      readonly available: number
    }
  | { readonly code: 'HOLD_NOT_GRANTED'; readonly variantId: number; readonly because: 'share' | 'heat' }
  | { readonly code: 'QUANTITY_LIMIT'; readonly variantId: number; readonly requested: number; readonly limit: number }
  | { readonly code: 'RESERVATION_ID_REUSED'; readonly reservationId: string }
  | { readonly code: 'RESERVATION_NOT_FOUND'; readonly reservationId: string }
  | {
      readonly code: 'RESERVATION_RESOLVED'
      readonly reservationId: string
      readonly as: Exclude<ReservationState, 'held'>
    }
  | {
      readonly code: 'MORE_THAN_HELD'
      readonly reservationId: string
      readonly requested: number
      readonly held: number
    }
  | {
      readonly code: 'NOT_ALLOCATED'
      readonly reservationId: string
      readonly recordId: number
      readonly requested: number
      readonly allocated: number
    }
  | { readonly code: 'EXTENSION_USED'; readonly reservationId: string }
  | { readonly code: 'UNKNOWN_VARIANT'; readonly variantId: number }
  | { readonly code: 'UNKNOWN_RECORD'; readonly recordId: number }
  | { readonly code: 'STOCK_CHANGED'; readonly recordId: number; readonly version: number }

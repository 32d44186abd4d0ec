import type { OrderState } from '../orders/checkout'
import type { ParcelState } from './parcel'

export type FulfilmentRejection =
  | { readonly code: 'ORDER_NOT_SHIPPABLE'; readonly number: string; readonly state: OrderState }
  | { readonly code: 'PARCEL_NOT_FOUND'; readonly parcelId: string }
  | { readonly code: 'PARCEL_STATE'; readonly parcelId: string; readonly state: ParcelState }
  /** The same parcel id with another content. */
  | { readonly code: 'PARCEL_ID_REUSED'; readonly parcelId: string }
  /** More of a line than the place has set aside for it and nobody picks already. */
  | {
      readonly code: 'PARCEL_EXCEEDS_READY'
      readonly lineNo: number
      readonly requested: number
      readonly ready: number
    }
  | { readonly code: 'PARCEL_LINE_UNKNOWN'; readonly lineNo: number }
  | { readonly code: 'PARCEL_EMPTY'; readonly parcelId: string }
  /** The bank would not give what it had agreed to: nothing leaves. */
  | { readonly code: 'PAYMENT_NOT_CAPTURED'; readonly number: string; readonly because: string }

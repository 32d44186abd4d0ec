import type { TransferState } from './transfer'

export type TransferRejection =
  | { readonly code: 'TRANSFER_NOT_FOUND'; readonly transferId: number }
  | { readonly code: 'TRANSFER_STATE'; readonly transferId: number; readonly state: TransferState }
  | { readonly code: 'TRANSFER_CHANGED'; readonly transferId: number; readonly version: number }
  | { readonly code: 'TRANSFER_SAME_PLACE'; readonly locationId: number }
  | { readonly code: 'UNKNOWN_LOCATION'; readonly locationId: number }
  /** The line names a SKU the sender has never stocked. */
  | { readonly code: 'TRANSFER_SKU_UNKNOWN'; readonly sku: string }
  | { readonly code: 'TRANSFER_SKU_TWICE'; readonly sku: string }
  | {
      readonly code: 'TRANSFER_EXCEEDS_AVAILABLE'
      readonly sku: string
      readonly wanted: number
      readonly available: number
    }
  | { readonly code: 'TRANSFER_LINE_UNKNOWN'; readonly lineNo: number }
  | { readonly code: 'TRANSFER_LOSS_NEEDS_REASON'; readonly missing: number }
  | { readonly code: 'TRANSFER_NOTHING_RECEIVED'; readonly transferId: number }

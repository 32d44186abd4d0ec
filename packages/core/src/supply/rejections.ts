/** Everything the supply desk can say no with. */
export type SupplyRejection =
  | { readonly code: 'SUPPLIER_NOT_FOUND'; readonly supplierId: number }
  | { readonly code: 'SUPPLIER_CODE_TAKEN'; readonly supplierCode: string }
  | { readonly code: 'SUPPLIER_CHANGED'; readonly supplierId: number }
  | { readonly code: 'LOCATION_NOT_FOUND'; readonly locationId: number }
  | { readonly code: 'PURCHASE_ORDER_NOT_FOUND'; readonly number: string }
  | { readonly code: 'PURCHASE_ORDER_STATE'; readonly number: string; readonly state: string }
  | { readonly code: 'PURCHASE_ORDER_SUPPLIER'; readonly number: string }
  /** The supplier's own reference stands on a shipment that was announced before. */
  | { readonly code: 'SHIPMENT_REFERENCE_TAKEN'; readonly reference: string; readonly number: string }
  /** Another shipment was announced under this id: its number. */
  | { readonly code: 'ANNOUNCEMENT_ID_REUSED'; readonly announcementId: string; readonly number: string }
  /** Another order was drafted under this id: its number. */
  | { readonly code: 'DRAFT_ID_REUSED'; readonly draftId: string; readonly number: string }
  /** Something else was told of a shipment under this id: its number. */
  | { readonly code: 'RECEIPT_ID_REUSED'; readonly receiptId: string; readonly number: string }
  | { readonly code: 'BACKORDER_CHANGED'; readonly recordId: number; readonly version: number }
  | { readonly code: 'SHIPMENT_NOT_FOUND'; readonly number: string }
  | { readonly code: 'SHIPMENT_STATE'; readonly number: string; readonly state: string }
  | { readonly code: 'SHIPMENT_CHANGED'; readonly number: string; readonly version: number }
  | { readonly code: 'SHIPMENT_LINE_NOT_FOUND'; readonly lineId: number }
  | { readonly code: 'CUT_BELOW_ARRIVED'; readonly lineId: number; readonly arrived: number }
  | { readonly code: 'NOTHING_RECEIVED' }
  | { readonly code: 'DAY_IN_THE_PAST'; readonly day: string; readonly today: string }
  /** `line` counts from 1. */
  | { readonly code: 'SKU_UNKNOWN'; readonly line: number; readonly sku: string }
  | { readonly code: 'SKU_TWICE'; readonly line: number; readonly sku: string }

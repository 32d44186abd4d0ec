import type { StockRejection } from '../inventory/rejections'

/** Everything the bag can say no with: what the inventory says, and its own rules. */
export type BagRejection =
  | StockRejection
  | { readonly code: 'UNKNOWN_SKU'; readonly sku: string }
  | { readonly code: 'LINE_NOT_FOUND'; readonly lineId: string }
  | { readonly code: 'TOO_MANY_LINES'; readonly limit: number }
  /** An order is being paid for from this bag: until it is decided the bag stays as it is. */
  | { readonly code: 'CHECKOUT_IN_PROGRESS'; readonly orderId: string }
  /** Another tab changed the same line meanwhile; read the bag and ask again under a new request id. */
  | { readonly code: 'BAG_CHANGED' }

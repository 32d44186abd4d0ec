import type { BagRejection, CatalogRejection, CheckoutRejection, OrderRejection, StockRejection } from '@selvedge/core'
import type { TRPC_ERROR_CODE_KEY } from '@trpc/server'

/** Every rejection a procedure can meet, over all domains. */
export type Rejection = StockRejection | CatalogRejection | BagRejection | CheckoutRejection | OrderRejection

/** Forgetting a code does not compile. */
export const TRPC_CODE = {
  OUT_OF_STOCK: 'CONFLICT',
  HOLD_NOT_GRANTED: 'TOO_MANY_REQUESTS',
  QUANTITY_LIMIT: 'BAD_REQUEST',
  RESERVATION_ID_REUSED: 'CONFLICT',
  RESERVATION_NOT_FOUND: 'NOT_FOUND',
  RESERVATION_RESOLVED: 'PRECONDITION_FAILED',
  EXTENSION_USED: 'PRECONDITION_FAILED',
  UNKNOWN_VARIANT: 'NOT_FOUND',
  UNKNOWN_RECORD: 'NOT_FOUND',
  STOCK_CHANGED: 'CONFLICT',
  UNKNOWN_PRODUCT: 'NOT_FOUND',
  UNKNOWN_SKU: 'NOT_FOUND',
  LINE_NOT_FOUND: 'NOT_FOUND',
  TOO_MANY_LINES: 'BAD_REQUEST',
  CHECKOUT_IN_PROGRESS: 'CONFLICT',
  BAG_CHANGED: 'CONFLICT',
  BAG_EMPTY: 'PRECONDITION_FAILED',
  PRICE_CHANGED: 'CONFLICT',
  LINES_OUT_OF_STOCK: 'CONFLICT',
  ORDER_ID_REUSED: 'CONFLICT',
  PAYMENT_DECLINED: 'UNPROCESSABLE_CONTENT',
  PAYMENT_FAILED: 'UNPROCESSABLE_CONTENT',
  PAYMENT_TIMED_OUT: 'UNPROCESSABLE_CONTENT',
  ORDER_NOT_FOUND: 'NOT_FOUND',
} as const satisfies Record<Rejection['code'], TRPC_ERROR_CODE_KEY>

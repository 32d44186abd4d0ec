import type { Cause } from '../origin'

/** Every kind of entry in the ledger. `quantity` is signed only for `Adjusted`. */
export const STOCK_EVENT_TYPES = [
  'Received',
  'Adjusted',
  'Found',
  'Reserved',
  'Extended',
  'Released',
  'Expired',
  'Committed',
  'AllocationReleased',
  'Shipped',
  'ShortMarked',
  'ShortCleared',
  'SafetyStockSet',
] as const
export type StockEventType = (typeof STOCK_EVENT_TYPES)[number]

/** One entry of a record's stream, before the engine stamps version, clock, actor and correlation id on it. */
export type StockEvent = {
  readonly type: StockEventType
  readonly quantity: number
  readonly cartId?: string
  readonly reservationId?: string
  readonly expiresAt?: Date
  readonly reason?: string
  readonly note?: string
  readonly cause?: Cause
}

/** An entry as the ledger holds it. */
export type RecordedStockEvent = StockEvent & {
  readonly recordId: number
  readonly version: number
  readonly actor: string
  readonly correlationId: string
  readonly recordedAt: Date
  readonly effectiveAt: Date
}

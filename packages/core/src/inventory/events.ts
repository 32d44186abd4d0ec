import type { Cause } from '../origin'

/** What was seen on the floor: never refused for what it says (rule 1). `Adjusted` and `Counted` are signed. */
export const PHYSICAL_TYPES = [
  'Received',
  'Adjusted',
  'Found',
  'Counted',
  'SoldAtTill',
  'ReturnedRestocked',
  'ReturnedQuarantined',
  'ReturnedWrittenOff',
  'TransferredOut',
  'TransferredIn',
  'TransferLost',
  'Damaged',
  'QualityHeld',
  'QualityReleased',
  'WrittenOff',
] as const
export type PhysicalType = (typeof PHYSICAL_TYPES)[number]

/** What a buyer was told about supply to come; no effect on the level. */
export const PROMISE_TYPES = ['PromiseMade', 'PromiseRebound', 'PromiseKept', 'PromiseCancelled'] as const
export type PromiseType = (typeof PROMISE_TYPES)[number]

/** Every kind of entry in the ledger. `quantity` is signed only for `Adjusted` and `Counted`. */
export const STOCK_EVENT_TYPES = [
  ...PHYSICAL_TYPES,
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
  'OversellCapSet',
  ...PROMISE_TYPES,
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
  /** When it happened on the floor; without one, when it was recorded. */
  readonly effectiveAt?: Date
  /** Unique per record: what was recorded under it once is not recorded again. */
  readonly dedupeKey?: string
  /** Of the request whose promise this ends; without one, the id of the command that is decided. */
  readonly correlationId?: string
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

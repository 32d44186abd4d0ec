import type { Result } from '../result'
import type { StockCommand } from './commands'
import type { RecordedStockEvent } from './events'
import type { Observed } from './record-commands'
import type { StockRejection } from './rejections'
import type { ExpiredHold, HoldReceipt } from './reservation'
import type { StockRecord, StockState } from './state'
import type { FilteredTotals, StockFilter } from './stock-filter'

/** Answer of a command, with the database's clock at the decision. */
export type StockOutcome<C extends StockCommand> = {
  readonly now: Date
  readonly answer: AnswerOf<C['kind']>
}

type AnswerOf<K extends StockCommand['kind']> = K extends 'adjust'
  ? StockState
  : K extends 'observe'
    ? readonly Observed[]
    : K extends 'configure' | 'annotate'
      ? readonly StockRecord[]
      : readonly HoldReceipt[]

/**
 * The write side. Concurrent calls are merged: the adapter locks the records of the batch in one global order, reads
 * the database's clock after the locks, expires due holds, lets the pure rule answer each command in arrival order and
 * writes everything in one statement. One bad command fails alone. Faults are thrown; nothing is acknowledged then.
 */
export type StockEngine = {
  execute<C extends StockCommand>(command: C): Promise<Result<StockOutcome<C>, StockRejection>>
  /**
   * Expires what is due, at most `limit` holds. Records a writer has locked are skipped; when all that is due is locked
   * they are looked at again for a moment. Answers which it expired: none when nothing is due, or nothing came free.
   */
  expireDue(limit: number): Promise<readonly ExpiredHold[]>
  close(): Promise<void>
}

export type AvailabilityOfVariant = {
  readonly variantId: number
  readonly version: number
  readonly available: number
  /** Units of supply to come that may still be promised. */
  readonly future: number
}

/** A held or resolved reservation as admin and bag read it. */
export type ReservationSummary = HoldReceipt & {
  readonly cartId: string
  readonly sku: string
  readonly heldAt: Date
  readonly resolution?: string
}

/** A record's figures as they stand. `available` may be sold; `incoming` is on its way with shipments and not here yet. */
export type StockLevelNow = StockRecord & { readonly available: number; readonly incoming: number }

/** The pages of a grid: how many records there are in all, and with which one every page begins. */
export type GridPages = { readonly records: number; readonly firstIds: readonly number[] }

export type StockGridRow = StockLevelNow & {
  readonly sku: string
  readonly productTitle: string
  readonly brand: string
  readonly colour: string
  readonly size: string
  readonly locationCode: string
  /** The next day a shipment is expected; none while all that comes is overdue. */
  readonly expectedOn?: Date
}

/** One place that keeps stock, as a filter names it. */
export type LocationSummary = {
  readonly id: number
  readonly code: string
  readonly name: string
  readonly kind: string
  /** Two letters. */
  readonly country: string
  readonly sellsOnline: boolean
}

/** A ledger entry as staff read it. Only colleagues and sources have a name here: shoppers and guests stay an id. */
export type LedgerEntry = RecordedStockEvent & {
  readonly actorName?: string
  readonly orderNumber?: string
  /** What the cause is called where people meet it: a shipment's number, a file's name, a source. */
  readonly causeName?: string
}

/** An entry among those of all records, with what it moved. */
export type RecentStockEvent = LedgerEntry & {
  readonly sku: string
  readonly productTitle: string
  readonly locationCode: string
}

/** A running hold with the words for what is held and where. */
export type HeldReservation = Omit<ReservationSummary, 'parts'> & {
  readonly parts: readonly { readonly recordId: number; readonly units: number; readonly locationCode: string }[]
  readonly productTitle: string
  readonly colour: string
  readonly size: string
}

/** Orders whose payment stands, per currency. `revenueMinor` is the sum of their totals. */
export type SalesFigure = { readonly currency: string; readonly orders: number; readonly revenueMinor: number }

/** The read side, straight from PostgreSQL; due holds are subtracted although nobody may have expired them yet. */
export type StockReader = {
  /** Available to sell online per variant over all selling locations; `version` is the sum of record versions. */
  availability(variantIds: readonly number[]): Promise<readonly AvailabilityOfVariant[]>
  /** Keyset-paged by record id. */
  grid(
    input: StockFilter & { afterRecordId?: number; beforeRecordId?: number; limit: number },
  ): Promise<readonly StockGridRow[]>
  /** The pages of `rows` records that the same filter has, so that any of them can be gone to at once. */
  pages(filter: StockFilter, rows: number): Promise<GridPages>
  /** Sums over all records that the same filter shows. */
  totals(filter: StockFilter): Promise<FilteredTotals>
  /** Every size that is made, by kind, small before large. */
  sizes(): Promise<readonly string[]>
  record(recordId: number): Promise<StockGridRow | undefined>
  /** Newest first, keyset-paged by version. */
  ledger(recordId: number, input: { beforeVersion?: number; limit: number }): Promise<readonly LedgerEntry[]>
  /** Current levels of these records, for rows already on a screen; unknown ids are left out. */
  levels(recordIds: readonly number[]): Promise<readonly StockLevelNow[]>
  /** The fold of everything in the stream before this version: what a page of the ledger starts from. */
  balanceBefore(recordId: number, version: number): Promise<StockState>
  /** Newest entries over all records, at most a day old. */
  recent(limit: number): Promise<readonly RecentStockEvent[]>
  locations(): Promise<readonly LocationSummary[]>
  /** Unexpired holds, soonest to end first, with the clock they end by; `query` matches SKU or title. */
  holds(input: { limit: number; query?: string }): Promise<{ now: Date; rows: readonly HeldReservation[] }>
  /** Current state of a cart's reservations, held or resolved. */
  reservations(
    cartId: string,
    reservationIds: readonly string[],
  ): Promise<{ now: Date; rows: readonly ReservationSummary[] }>
  /** Live figures for the top of the admin. */
  figures(): Promise<{
    heldUnits: number
    holds: number
    availableUnits: number
    soldOutSkus: number
    lowSkus: number
    ledgerEntries24h: number
    sales24h: readonly SalesFigure[]
  }>
}

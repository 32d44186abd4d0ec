import type { StockFigure } from './entry-effect'
import type { StockEventType } from './events'
import type { Moment, TimeAxis } from './moment'
import type { LedgerEntry } from './ports'
import type { StockRecord, StockState } from './state'

/** An entry count after which a stream's state is kept, so that a question about the past folds few entries. */
export const SNAPSHOT_EVERY = 64

/** What a question about the past is about. */
export type StockScope =
  | { readonly kind: 'sku'; readonly variantId: number }
  | { readonly kind: 'location'; readonly locationId: number }
  | { readonly kind: 'shop' }

/** A record at a moment, with the words for it. `available` is the glossary's, of that state. */
export type RecordAsOf = StockRecord & {
  readonly sku: string
  readonly productTitle: string
  readonly colour: string
  readonly size: string
  readonly locationCode: string
  readonly available: number
}

/** Sums over every record of a scope at a moment; `records` counts those that had an entry by then. */
export type StockTotals = StockState & { readonly records: number; readonly available: number }

/** A record at two moments. */
export type RecordChange = { readonly before: RecordAsOf; readonly after: RecordAsOf }

/** What a kind of entry added to a figure up to a moment. For a setting `units` is what it was last set to. */
export type FigureTerm = { readonly type: StockEventType; readonly entries: number; readonly units: number }

/** One entry of an explanation: how it moved the figure and what the figure was after it. */
export type ExplainedEntry = LedgerEntry & { readonly moved: number; readonly after: number }

/** Why a figure is what it is: `value` is the sum of `terms`; `entries` are a page of those that made it, newest first. */
export type Explanation = {
  readonly value: number
  readonly terms: readonly FigureTerm[]
  readonly entries: readonly ExplainedEntry[]
}

/** The first time of a record's entries, and the present by the clock that stamps them; absent while it has none. */
export type StreamSpan = { readonly firstAt: Date; readonly nowAt: Date; readonly version: number }

/** The past of the stock, on either axis. Everything here equals the fold of the entries that count by the moment. */
export type StockHistory = {
  record(recordId: number, moment: Moment): Promise<StockState>
  /** One record at several moments, in their order. */
  series(recordId: number, axis: TimeAxis, moments: readonly Date[]): Promise<readonly StockState[]>
  /** Units on their way to a record with shipments at several moments, in their order. */
  incoming(recordId: number, axis: TimeAxis, moments: readonly Date[]): Promise<readonly number[]>
  /** The records of a scope, a page by record id. */
  records(
    scope: StockScope,
    moment: Moment,
    page: { afterRecordId?: number; limit: number },
  ): Promise<readonly RecordAsOf[]>
  totals(scope: StockScope, moment: Moment): Promise<StockTotals>
  /** Records of a scope that are not the same at both moments, a page by record id. */
  changes(
    scope: StockScope,
    from: Moment,
    to: Moment,
    page: { afterRecordId?: number; limit: number },
  ): Promise<readonly RecordChange[]>
  /** Entries come newest first on the asked axis; `skip` counts those already shown. */
  why(
    recordId: number,
    figure: StockFigure,
    moment: Moment,
    page: { skip?: number; limit: number },
  ): Promise<Explanation>
  span(recordId: number): Promise<StreamSpan | undefined>
}

import { settingOf } from './entry-effect'
import type { RecordedStockEvent } from './events'
import { evolve } from './evolve'
import { EMPTY_STOCK, type StockState } from './state'

/** `recorded`: what the books said then. `effective`: what we now know was true then, late entries included. */
export const TIME_AXES = ['recorded', 'effective'] as const
export type TimeAxis = (typeof TIME_AXES)[number]

/** A moment on one of the two axes, itself included. */
export type Moment = { readonly at: Date; readonly axis: TimeAxis }

type Timed = Pick<RecordedStockEvent, 'type' | 'recordedAt' | 'effectiveAt'>

/** When an entry counts. A setting is a decision: it holds from when it was recorded, on either axis. */
export const timeOf = (entry: Timed, axis: TimeAxis): Date =>
  axis === 'recorded' || settingOf(entry.type) !== undefined ? entry.recordedAt : entry.effectiveAt

/**
 * A record's state at a moment: the fold of its entries that count by then, in the order of versions. `version` is the
 * number of entries folded. The reference that every faster way of asking is held against.
 */
export const foldAt = (
  entries: readonly (Timed & Pick<RecordedStockEvent, 'quantity'>)[],
  { at, axis }: Moment,
): StockState =>
  entries.filter((entry) => timeOf(entry, axis).getTime() <= at.getTime()).reduce<StockState>(evolve, EMPTY_STOCK)

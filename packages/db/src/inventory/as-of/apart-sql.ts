import { SETTINGS } from './fold-sql'

/**
 * The span in which an entry `e` makes the two axes differ: from when it counts on the one to when it counts on the
 * other. Written as the partial index `inventory_event_late` has it, which finds those of one record.
 */
export const APART = 'tstzrange(least(e.effective_at, e.recorded_at), greatest(e.effective_at, e.recorded_at))'

/**
 * The same span as the partial index `inventory_event_apart` has it, which finds those of all records at one moment. Its
 * bounds are spelled out, so that neither index is taken for what the other is for.
 */
export const APART_AT_ONCE = `${APART.slice(0, -1)}, '[)')`

/** Entries `e` that count at another time on the other axis: late ones, and those a fast clock dated ahead. */
export const COUNTED_APART = `e.effective_at <> e.recorded_at AND NOT e.type = ANY(${SETTINGS})`

/** Within its span a late entry counts already on the effective axis, one dated ahead not yet. */
export const LATE_OR_EARLY = '(CASE WHEN e.effective_at < e.recorded_at THEN 1 ELSE -1 END)'

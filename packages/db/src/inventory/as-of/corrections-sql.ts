import { STOCK_FIGURES, type TimeAxis } from '@selvedge/core'
import { APART_AT_ONCE, COUNTED_APART, LATE_OR_EARLY } from './apart-sql'
import { FIGURE_COLUMN, sumsSql } from './fold-sql'

/** What late entries change, of all records at once: those under way at one moment are few, and have an index by time. */
export const correctionsSql = (
  at: string,
): string => `SELECT e.record_id, sum(${LATE_OR_EARLY})::int AS entries, ${sumsSql(LATE_OR_EARLY)}
  FROM inventory_event e WHERE ${COUNTED_APART} AND ${APART_AT_ONCE} @> ${at} GROUP BY e.record_id`

/**
 * Version and figures of a record from its state in `kept`, the fold `f` of what came after it and, on the effective axis,
 * the corrections `c`; each may be missing.
 */
export const statesFromSql = (kept: string, axis: TimeAxis): string => {
  const corrected = (column: string): string => (axis === 'effective' ? ` + coalesce(c.${column}, 0)` : '')
  const figures = STOCK_FIGURES.map((figure) => {
    const column = FIGURE_COLUMN[figure]
    return `coalesce(f.${column}_set, ${kept}.${column}, 0) + coalesce(f.${column}, 0)${corrected(column)} AS ${column}`
  })
  return `coalesce(${kept}.version, 0) + coalesce(f.entries, 0)${corrected('entries')} AS version, ${figures.join(', ')}`
}

import { STOCK_FIGURES, type TimeAxis } from '@selvedge/core'
import { APART, COUNTED_APART, LATE_OR_EARLY } from './apart-sql'
import { FIGURE_COLUMN, foldSql, sumsSql } from './fold-sql'

/** What late entries (and those a fast clock dated ahead) change of the recorded state at a moment: few, by index. */
const CORRECTION = `LEFT JOIN LATERAL (
    SELECT coalesce(sum(${LATE_OR_EARLY}), 0)::int AS entries, ${sumsSql(LATE_OR_EARLY)}
    FROM inventory_event e WHERE e.record_id = p.record_id AND ${COUNTED_APART} AND ${APART} @> p.at
  ) c ON true`

const figures = (axis: TimeAxis): string =>
  STOCK_FIGURES.map((figure) => {
    const column = FIGURE_COLUMN[figure]
    const correction = axis === 'effective' ? ` + c.${column}` : ''
    return `coalesce(f.${column}_set, s.${column}, 0) + f.${column}${correction} AS ${column}`
  }).join(', ')

/**
 * States of (record_id, at, ord) pairs, whatever statement gives them: the newest snapshot by then, the entries after
 * it, at most one snapshot's distance of them, and for effective time the corrections. One row a pair. `IS TRUE` keeps the
 * planner from reading half the ledger's block ranges for what the primary key finds in one step.
 */
export const statesSql = (pairs: string, axis: TimeAxis): string => `SELECT p.record_id, p.ord,
    coalesce(s.version, 0) + f.entries${axis === 'effective' ? ' + c.entries' : ''} AS version, ${figures(axis)}
  FROM (${pairs}) p
  LEFT JOIN LATERAL (SELECT * FROM inventory_snapshot s WHERE s.record_id = p.record_id AND s.recorded_at <= p.at
    ORDER BY s.recorded_at DESC, s.version DESC LIMIT 1) s ON true
  LEFT JOIN LATERAL (SELECT n.version FROM inventory_snapshot n WHERE n.record_id = p.record_id AND n.recorded_at > p.at
    ORDER BY n.recorded_at, n.version LIMIT 1) n ON true
  LEFT JOIN LATERAL (
    SELECT ${foldSql()}
    FROM inventory_event e WHERE e.record_id = p.record_id AND e.version > coalesce(s.version, 0)
      AND e.version < coalesce(n.version, 2147483647) AND (e.recorded_at <= p.at) IS TRUE
  ) f ON true${axis === 'effective' ? `\n  ${CORRECTION}` : ''}`

import { STOCK_FIGURES, type TimeAxis } from '@selvedge/core'
import { correctionsSql, statesFromSql } from './corrections-sql'
import { FIGURE_COLUMN, foldSql } from './fold-sql'

export const CLOSE_COLUMNS = ['version', ...STOCK_FIGURES.map((figure) => FIGURE_COLUMN[figure])]

/** The states kept in closes `k`, a row a record. */
export const UNPACKED = `SELECT u.* FROM k, unnest(k.record_ids, ${CLOSE_COLUMNS.map((column) => `k.${column}`).join(', ')}) AS u(record_id, ${CLOSE_COLUMNS.join(', ')})`

/**
 * As `manyStatesSql`, where every place `c` in question has a close by the moment: what was kept at the end of its last
 * closed day, and what was recorded since. Those entries are found by time, in the block ranges of these days, for all
 * records at once and before anything is known of their place (`OFFSET 0`), so that no record costs a descent of its own.
 */
export const closedStatesSql = (
  records: string,
  places: string,
  at: string,
  axis: TimeAxis,
): string => `SELECT p.record_id, ${statesFromSql('kept', axis)}
  FROM (${records}) p
  LEFT JOIN (
    WITH k AS (SELECT DISTINCT ON (c.location_id) c.* FROM inventory_close c WHERE ${places} AND c.closed_at <= ${at}
      ORDER BY c.location_id, c.closed_at DESC)
    ${UNPACKED}
  ) kept ON kept.record_id = p.record_id
  LEFT JOIN (
    WITH k AS MATERIALIZED (SELECT c.location_id, max(c.closed_at) AS closed_at FROM inventory_close c
      WHERE ${places} AND c.closed_at <= ${at} GROUP BY c.location_id)
    SELECT e.record_id, ${foldSql()}
    FROM (SELECT e.record_id, e.version, e.type, e.quantity, e.recorded_at FROM inventory_event e
        WHERE e.recorded_at > (SELECT min(closed_at) FROM k) AND e.recorded_at <= ${at} OFFSET 0) e
      JOIN inventory_record r ON r.id = e.record_id
      JOIN k ON k.location_id = r.location_id AND k.closed_at < e.recorded_at
    GROUP BY e.record_id
  ) f ON f.record_id = p.record_id${axis === 'effective' ? `\n  LEFT JOIN (${correctionsSql(at)}) c ON c.record_id = p.record_id` : ''}`

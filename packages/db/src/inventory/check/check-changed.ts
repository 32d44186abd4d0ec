import { compareLevel, EMPTY_STOCK, type LedgerFinding, STOCK_FIGURES } from '@selvedge/core'
import type pg from 'pg'
import { statesSql } from '../as-of/as-of-sql'
import { FIGURE_COLUMN } from '../as-of/fold-sql'
import { type PrefixedStateRow, toPrefixedState } from '../as-of/state-row'
import { type LevelRow, toRecord } from '../rows'

const COLUMNS = ['version', ...STOCK_FIGURES.map((figure) => FIGURE_COLUMN[figure])]
const PAIRS = `SELECT record_id, 'infinity'::timestamptz AS at, record_id AS ord FROM unnest($1::int[]) AS r(record_id)`

type Row = LevelRow & { held: number; has_level: boolean } & PrefixedStateRow<'fold_'>

/**
 * The levels of some records against the newest kept state of their streams and what came after it: few entries a record,
 * however long its stream. Level, entries and holds are read at one moment.
 */
export const checkRecords = async (client: pg.ClientBase, recordIds: readonly number[]): Promise<LedgerFinding[]> => {
  if (recordIds.length === 0) return []
  const { rows } = await client.query<Row>(
    `SELECT l.*, fold.record_id, l.record_id IS NOT NULL AS has_level, ${COLUMNS.map((column) => `fold.${column} AS fold_${column}`).join(', ')},
      coalesce((SELECT sum(quantity)::int FROM reservation h WHERE h.state = 'held' AND h.record_id = fold.record_id), 0) AS held
    FROM (${statesSql(PAIRS, 'recorded')}) fold LEFT JOIN stock_level l ON l.record_id = fold.record_id`,
    [recordIds],
  )
  return rows.flatMap((row) => {
    const fold = toPrefixedState(row, 'fold_')
    const level = row.has_level ? toRecord(row) : undefined
    return compareLevel(row.record_id, level, fold.version === 0 ? EMPTY_STOCK : fold, row.held)
  })
}

import { compareLevel, EMPTY_STOCK, type LedgerFinding, STOCK_FIGURES } from '@selvedge/core'
import type pg from 'pg'
import { statesSql } from '../as-of/as-of-sql'
import { FIGURE_COLUMN } from '../as-of/fold-sql'
import { type StateRow, toState } from '../as-of/state-row'
import { type LevelRow, toRecord } from '../rows'

const COLUMNS = ['version', ...STOCK_FIGURES.map((figure) => FIGURE_COLUMN[figure])]
const PAIRS = `SELECT record_id, 'infinity'::timestamptz AS at, record_id AS ord FROM unnest($1::int[]) AS r(record_id)`

type Row = LevelRow & { held: number; has_level: boolean } & { [Column in keyof StateRow as `fold_${Column}`]: number }

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
    const fold = toState({
      version: row.fold_version,
      on_hand: row.fold_on_hand,
      reserved: row.fold_reserved,
      allocated: row.fold_allocated,
      unavailable: row.fold_unavailable,
      short: row.fold_short,
      oversell_cap: row.fold_oversell_cap,
      safety_stock: row.fold_safety_stock,
    })
    const level = row.has_level ? toRecord(row) : undefined
    return compareLevel(row.record_id, level, fold.version === 0 ? EMPTY_STOCK : fold, row.held)
  })
}

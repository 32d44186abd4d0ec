import { availableToSell, type StockRecord } from '@selvedge/core'
import type pg from 'pg'
import { type LevelRow, toRecord } from './rows'

/** Levels of records already on a screen, by primary key; `available` leaves due holds out. */
export const readLevels = async (
  pool: pg.Pool,
  recordIds: readonly number[],
): Promise<(StockRecord & { available: number })[]> => {
  const { rows } = await pool.query<LevelRow & { due: number }>({
    name: 'stock-levels',
    text: `SELECT l.*, coalesce(due.units, 0) AS due FROM stock_level l
      LEFT JOIN LATERAL (SELECT sum(h.quantity)::int AS units FROM reservation h
        WHERE h.record_id = l.record_id AND h.state = 'held' AND h.expires_at <= (SELECT clock_timestamp())) due ON l.reserved > 0
      WHERE l.record_id = ANY($1::int[])`,
    values: [recordIds],
  })
  return rows.map((row) => {
    const record = toRecord(row)
    return { ...record, available: availableToSell(record, row.due) }
  })
}

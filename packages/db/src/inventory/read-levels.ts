import { availableToSell, type StockLevelNow } from '@selvedge/core'
import type pg from 'pg'
import { incomingSql } from './incoming-sql'
import { type LevelRow, toRecord } from './rows'

/** Levels of records already on a screen, by primary key; `available` leaves due holds out. */
export const readLevels = async (pool: pg.Pool, recordIds: readonly number[]): Promise<StockLevelNow[]> => {
  const { rows } = await pool.query<LevelRow & { due: number; incoming: number }>({
    name: 'stock-levels',
    text: `SELECT l.*, coalesce(due.units, 0) AS due, ${incomingSql('l.record_id')} AS incoming FROM stock_level l
      LEFT JOIN LATERAL (SELECT sum(h.quantity)::int AS units FROM reservation h
        WHERE h.record_id = l.record_id AND h.state = 'held' AND h.expires_at <= (SELECT clock_timestamp())) due ON l.reserved > 0
      WHERE l.record_id = ANY($1::int[])`,
    values: [recordIds],
  })
  return rows.map((row) => {
    const record = toRecord(row)
    return { ...record, available: availableToSell(record, row.due), incoming: row.incoming }
  })
}

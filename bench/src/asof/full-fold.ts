import { foldAt, type Moment, type StockEventType, type StockState } from '@selvedge/core'
import type pg from 'pg'

type Row = { type: StockEventType; quantity: number; recorded_at: Date; effective_at: Date }

/** Answers by folding the whole stream in memory: what every faster way is held against. */
export const openFullFold = async (pool: pg.Pool, recordId: number): Promise<(moment: Moment) => StockState> => {
  const { rows } = await pool.query<Row>(
    'SELECT type, quantity, recorded_at, effective_at FROM inventory_event WHERE record_id = $1 ORDER BY version',
    [recordId],
  )
  const entries = rows.map(({ type, quantity, recorded_at: recordedAt, effective_at: effectiveAt }) => ({
    type,
    quantity,
    recordedAt,
    effectiveAt,
  }))
  return (moment) => foldAt(entries, moment)
}

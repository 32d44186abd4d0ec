import { availableToSell, type Promisable, promisableOf } from '@selvedge/core'
import type pg from 'pg'
import { type LevelRow, toRecord } from '../inventory/rows'
import { queueOfRecord } from './queue-of-record'
import { readWaiting } from './read-waiting'

/** Levels of a SKU at places that sell online, with the units of holds past their expiry that nobody has expired yet. */
const LEVELS = {
  name: 'supply-promising-levels',
  text: `SELECT l.*, place.code, coalesce((SELECT sum(r.quantity)::int FROM reservation r WHERE r.record_id = l.record_id
      AND r.state = 'held' AND r.expires_at <= (SELECT clock_timestamp())), 0) AS due
    FROM stock_level l JOIN variant v ON v.id = l.variant_id JOIN location place ON place.id = l.location_id AND place.sells_online
    WHERE v.sku = $1 ORDER BY place.priority, l.record_id`,
}

/** See the port. */
export const readPromisable = async (pool: pg.Pool, sku: string): Promise<Promisable> => {
  const { rows } = await pool.query<LevelRow & { code: string; due: number }>({ ...LEVELS, values: [sku] })
  const waiting = await readWaiting(
    pool,
    rows.map((row) => row.record_id),
  )
  const places = rows.map((row) => {
    const record = toRecord(row)
    const { supply, queue } = queueOfRecord(record, waiting)
    return { location: row.code, available: availableToSell(record, row.due), supply, queue }
  })
  return promisableOf(places, waiting.today)
}

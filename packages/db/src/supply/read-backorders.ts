import {
  addDays,
  availableToSell,
  type BackorderPromise,
  type BackorderView,
  backorderPromiseSchema,
  bindPromises,
} from '@selvedge/core'
import type pg from 'pg'
import { type LevelRow, toRecord } from '../inventory/rows'
import { promiseKey, queueOfRecord } from './queue-of-record'
import { readWaiting } from './read-waiting'

const RECORDS_SHOWN = 300
const PROMISES_SHOWN = 100

type Row = LevelRow & {
  sku: string
  title: string
  colour: string
  size: string
  location_code: string
  location: string
  sells_online: boolean
  units: number
  lead_days: number
  allowance_version: number
}

const RECORDS = `SELECT l.*, v.sku, d.title, v.colour, v.size, p.code AS location_code, p.name AS location, p.sells_online,
    coalesce(b.units, 0) AS units, coalesce(b.lead_days, 0) AS lead_days, coalesce(b.version, 0) AS allowance_version
  FROM stock_level l JOIN variant v ON v.id = l.variant_id JOIN product d ON d.id = v.product_id JOIN location p ON p.id = l.location_id
    LEFT JOIN backorder_allowance b ON b.record_id = l.record_id`
const OF_SKU = `${RECORDS} WHERE v.sku = $1 ORDER BY p.priority, l.record_id`
const OF_ALL = `${RECORDS} WHERE l.record_id IN (SELECT record_id FROM backorder_allowance WHERE units > 0
    UNION SELECT sp.record_id FROM supply_promise sp JOIN supply_binding sb ON sb.promise_id = sp.id
      WHERE sp.state = 'open' AND sb.source = 'backorder')
  ORDER BY v.sku, p.priority, l.record_id LIMIT ${RECORDS_SHOWN}`

/** See the port: what is left is what the rule that binds promises leaves. */
export const readBackorders = async (
  pool: pg.Pool,
  { sku }: { sku?: string | undefined },
): Promise<readonly BackorderView[]> => {
  const { rows } = await (sku === undefined ? pool.query<Row>(OF_ALL) : pool.query<Row>(OF_SKU, [sku]))
  if (rows.length === 0) return []
  const waiting = await readWaiting(
    pool,
    rows.map((row) => row.record_id),
  )
  return rows.map((row) => {
    const record = toRecord(row)
    const { supply, queue, promises, backorderDays } = queueOfRecord(record, waiting)
    const { bound, left } = bindPromises(queue, supply)
    const orders = new Set(promises.map(({ promiseId }) => promiseKey(promiseId)))
    const boundUnits = (isOrder: boolean): number =>
      bound
        .filter(({ key }) => orders.has(key) === isOrder)
        .flatMap(({ bindings }) => bindings)
        .reduce((sum, { source, units }) => sum + (source === 'backorder' ? units : 0), 0)
    return {
      recordId: row.record_id,
      sku: row.sku,
      title: row.title,
      colour: row.colour,
      size: row.size,
      locationCode: row.location_code,
      location: row.location,
      sellsOnline: row.sells_online,
      available: availableToSell(record),
      units: row.units,
      leadDays: row.lead_days,
      version: row.allowance_version,
      promised: boundUnits(true),
      held: boundUnits(false),
      left: left.backorderUnits,
      shipsOn: addDays(waiting.today, backorderDays),
    }
  })
}

const PROMISES = `SELECT jsonb_strip_nulls(jsonb_build_object('orderNumber', o.number, 'units', b.units, 'shipsOn', b.ship_by,
    'madeAtMs', floor(extract(epoch FROM p.made_at) * 1000))) AS body
  FROM supply_promise p JOIN supply_binding b ON b.promise_id = p.id AND b.source = 'backorder' JOIN orders o ON o.id = p.order_id
  WHERE p.state = 'open' AND p.record_id = $1 ORDER BY p.id LIMIT ${PROMISES_SHOWN}`

/** See the port. */
export const readBackorderPromises = async (pool: pg.Pool, recordId: number): Promise<readonly BackorderPromise[]> => {
  const { rows } = await pool.query<{ body: unknown }>(PROMISES, [recordId])
  return rows.map(({ body }) => backorderPromiseSchema.parse(body))
}

import {
  accept,
  type ForecastAsk,
  type ForecastDetail,
  type ForecastRow,
  type PlanningDesk,
  reject,
  type SuggestedOrder,
  suggestOrder,
} from '@selvedge/core'
import type pg from 'pg'
import { inTransaction } from '../inventory/in-transaction'
import { writeDraftOrder } from '../supply/purchase-orders'
import { POSITION_COLUMNS, POSITION_JOINS, POSITIONS } from './positions'

/** Lines one purchase order takes. */
const LINES_AT_MOST = 500

type Row = {
  variant_id: number
  sku: string
  title: string
  colour: string
  size: string
  demand_class: ForecastRow['demandClass']
  method: ForecastRow['method']
  history: (number | null)[]
  weekly: number[]
  low: number[]
  high: number[]
  first_week: string
  made_at: Date
  lead_days: number
  reorder_point: number
  order_up_to: number
  free: number
  incoming: number
  promised: number
  days_of_cover: number | null
  stock_out_on: string | null
  waiting: number
  unmet: number
  poll_share: number
  interest_units: number
  pack: number
  supplier: string | null
}

const COLUMNS = `f.variant_id, v.sku, p.title, v.colour, v.size, f.demand_class, f.method, f.history, f.weekly, f.low, f.high,
  f.first_week::text, f.made_at, f.lead_days, f.reorder_point, f.order_up_to, ${POSITION_COLUMNS}, f.days_of_cover, f.stock_out_on::text,
  f.waiting, f.unmet, f.poll_share, f.interest_units, coalesce(ps.pack_units, 1) AS pack, s.name AS supplier`
const TABLES = `demand_forecast f JOIN variant v ON v.id = f.variant_id JOIN product p ON p.id = v.product_id ${POSITION_JOINS}
  LEFT JOIN product_source ps ON ps.product_id = p.id LEFT JOIN supplier s ON s.id = ps.supplier_id`

// What sells, by the day it runs out; what sells nothing comes last, however empty its shelf.
const LIST = `
  WITH ${POSITIONS} SELECT ${COLUMNS} FROM ${TABLES}
  WHERE ($1::text IS NULL OR p.title ILIKE '%' || $1 || '%' OR p.slug ILIKE '%' || $1 || '%' OR v.sku ILIKE '%' || $1 || '%')
    AND ($2::text IS NULL OR f.demand_class = $2)
  ORDER BY f.expected_units < 0.5, f.stock_out_on NULLS LAST, f.expected_units DESC, v.id LIMIT $3`

const rowOf = (row: Row): ForecastRow => ({
  variantId: row.variant_id,
  sku: row.sku,
  title: row.title,
  colour: row.colour,
  size: row.size,
  demandClass: row.demand_class,
  method: row.method,
  history: row.history,
  weekly: row.weekly,
  low: row.low,
  high: row.high,
  firstWeek: row.first_week,
  madeAt: row.made_at,
  leadDays: row.lead_days,
  reorderPoint: row.reorder_point,
  orderUpTo: row.order_up_to,
  free: row.free,
  incoming: row.incoming,
  promised: row.promised,
  ...(row.days_of_cover === null ? {} : { daysOfCover: row.days_of_cover }),
  ...(row.stock_out_on === null ? {} : { stockOutOn: row.stock_out_on }),
  suggested: suggestOrder(row, { reorderPoint: row.reorder_point, orderUpTo: row.order_up_to }, row.pack),
  waiting: row.waiting,
  unmet: row.unmet,
  pollShare: row.poll_share,
  interestUnits: row.interest_units,
})

/** Wildcards in what a person types are letters. */
const plain = (find: string | undefined): string | null => find?.replace(/[\\%_]/g, '\\$&') || null

const readDetail = async (pool: pg.Pool, sku: string): Promise<ForecastDetail | undefined> => {
  const { rows } = await pool.query<Row>(`WITH ${POSITIONS} SELECT ${COLUMNS} FROM ${TABLES} WHERE v.sku = $1`, [sku])
  const row = rows[0]
  if (!row) return undefined
  const arrivals = await pool.query<{ on: string; units: number }>(
    `SELECT s.expected_on::text AS on, sum(l.expected - l.received - l.damaged)::int AS units
    FROM inbound_shipment_line l JOIN inbound_shipment s ON s.id = l.shipment_id
    WHERE l.variant_id = $1 AND s.state IN ('expected', 'part_received') AND NOT l.closed AND l.expected > l.received + l.damaged
    GROUP BY 1 ORDER BY 1`,
    [row.variant_id],
  )
  return {
    ...rowOf(row),
    pack: row.pack,
    arrivals: arrivals.rows,
    ...(row.supplier === null ? {} : { supplier: row.supplier }),
  }
}

type SuggestedRow = {
  supplier_id: number
  supplier: string
  lead_days: number
  location_id: number
  location: string
  sku: string
  title: string
  colour: string
  size: string
  reorder_point: number
  order_up_to: number
  interest_units: number
  free: number
  incoming: number
  promised: number
  pack: number
}

// Into the warehouse that a hold is drawn from first.
const SUGGESTED = `
  WITH ${POSITIONS}, home AS (SELECT id, name FROM location WHERE kind = 'warehouse' ORDER BY priority, id LIMIT 1)
  SELECT s.id AS supplier_id, s.name AS supplier, s.lead_days, home.id AS location_id, home.name AS location, v.sku, p.title, v.colour,
    v.size, f.reorder_point, f.order_up_to, f.interest_units, ${POSITION_COLUMNS}, ps.pack_units AS pack
  FROM demand_forecast f JOIN variant v ON v.id = f.variant_id JOIN product p ON p.id = v.product_id
  JOIN product_source ps ON ps.product_id = p.id JOIN supplier s ON s.id = ps.supplier_id CROSS JOIN home ${POSITION_JOINS}
  WHERE ($1::int IS NULL OR s.id = $1) AND coalesce(h.free, 0) + coalesce(c.units, 0) + coalesce(w.units, 0) - coalesce(h.promised, 0) <= f.reorder_point
  ORDER BY s.name, s.id, f.expected_units < 0.5, f.stock_out_on NULLS LAST, f.expected_units DESC, v.id`

const readSuggestions = async (
  client: pg.Pool | pg.PoolClient,
  supplierId: number | null,
): Promise<readonly SuggestedOrder[]> => {
  const { rows } = await client.query<SuggestedRow>(SUGGESTED, [supplierId])
  const orders = new Map<number, SuggestedOrder & { lines: SuggestedOrder['lines'] }>()
  for (const row of rows) {
    const units = suggestOrder(row, { reorderPoint: row.reorder_point, orderUpTo: row.order_up_to }, row.pack)
    const order = orders.get(row.supplier_id) ?? {
      supplierId: row.supplier_id,
      supplier: row.supplier,
      leadDays: row.lead_days,
      locationId: row.location_id,
      location: row.location,
      units: 0,
      lines: [],
    }
    if (units === 0 || order.lines.length >= LINES_AT_MOST) continue
    const { sku, title, colour, size, free, incoming } = row
    const line = {
      sku,
      title,
      colour,
      size,
      free,
      incoming,
      units,
      reorderPoint: row.reorder_point,
      interestUnits: row.interest_units,
    }
    orders.set(row.supplier_id, { ...order, units: order.units + units, lines: [...order.lines, line] })
  }
  return [...orders.values()]
}

/** Forecasts to look at, and orders that follow from them (port: core PlanningDesk). */
export const createPlanningDesk = ({ pool }: { pool: pg.Pool }): PlanningDesk => ({
  list: async ({ find, demandClass, limit }: ForecastAsk) => {
    const { rows } = await pool.query<Row>(LIST, [plain(find), demandClass ?? null, limit])
    return rows.map(rowOf)
  },
  detail: (sku) => readDetail(pool, sku),
  suggestions: () => readSuggestions(pool, null),

  draftSuggested: (supplierId, origin) =>
    inTransaction(pool, async (client) => {
      // Who asks second reads after the first one's draft.
      await client.query('SELECT pg_advisory_xact_lock(hashtext($1), $2)', ['suggested-order', supplierId])
      const [order] = await readSuggestions(client, supplierId)
      if (!order) return reject({ code: 'NOTHING_TO_ORDER', supplierId } as const)
      const { locationId, lines } = order
      // On the same connection: one more for each of many who ask at once could leave all of them waiting.
      const drafted = await writeDraftOrder(
        client,
        { supplierId, locationId, note: 'From the forecast', lines: lines.map(({ sku, units }) => ({ sku, units })) },
        origin,
      )
      return drafted.ok ? accept(drafted.value) : drafted
    }),
})

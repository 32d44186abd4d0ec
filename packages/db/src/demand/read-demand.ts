import type { Department, GarmentId } from '@selvedge/core'
import {
  effectOn,
  type SkuDemand,
  STOCK_EVENT_TYPES,
  type StockEventType,
  sizeRunOf,
  withoutStockOuts,
} from '@selvedge/core'
import type pg from 'pg'

/** Weeks of the past that are read: three years, for a season needs two. */
const PAST_WEEKS = 156
/** Weeks of the ledger that are asked for empty shelves. */
const LEDGER_WEEKS = 52

type Row = {
  id: number
  product_id: number
  garment: GarmentId
  department: Department
  category: string
  colour: string
  size: string
  first_week: number
  this_week: number
  weeks: number[] | null
  units: number[] | null
  out_weeks: number[] | null
}

// Weeks begin on Monday, UTC, and are numbered from the first Monday of the epoch.
const weekOf = (moment: string): string => `floor((extract(epoch FROM ${moment}) - 345600) / 604800)::int`

const onHandOf = (column: string): string => {
  const adding = STOCK_EVENT_TYPES.filter((type) => effectOn(type, 'onHand') !== 0)
  const sign = (type: StockEventType): string => `WHEN '${type}' THEN ${effectOn(type, 'onHand')}`
  return `CASE ${column} ${adding.map(sign).join(' ')} ELSE 0 END`
}

/**
 * Weekly demand of every active SKU in one statement: what was ordered (cancelled and unpaid orders left out) and what
 * shops sold at the till, by whole weeks; and the weeks that ended with an empty shelf by the ledger, counted back
 * from the level, so that only the last year of the ledger is read.
 */
const DEMAND = `
  WITH clock AS (SELECT ${weekOf('clock_timestamp()')} AS this_week),
  sold AS (
    SELECT l.variant_id, ${weekOf('o.placed_at')} AS week, sum(l.quantity)::int AS units
    FROM orders o JOIN order_line l ON l.order_id = o.id
    WHERE o.state NOT IN ('cancelled', 'payment_failed', 'placing') AND o.placed_at > clock_timestamp() - make_interval(weeks => $1)
    GROUP BY 1, 2
    UNION ALL
    SELECT r.variant_id, ${weekOf('e.effective_at')}, sum(e.quantity)::int
    FROM inventory_event e JOIN inventory_record r ON r.id = e.record_id
    WHERE e.type = 'SoldAtTill' AND e.effective_at > clock_timestamp() - make_interval(weeks => $1) GROUP BY 1, 2),
  weekly AS (SELECT variant_id, week, sum(units)::int AS units FROM sold, clock WHERE week < this_week GROUP BY 1, 2),
  moved AS (
    SELECT r.variant_id, ${weekOf('e.effective_at')} AS week, sum(e.quantity * ${onHandOf('e.type')})::int AS delta
    FROM inventory_event e JOIN inventory_record r ON r.id = e.record_id
    WHERE e.effective_at > clock_timestamp() - make_interval(weeks => $2) GROUP BY 1, 2),
  shelf AS (SELECT variant_id, sum(on_hand)::int AS on_hand FROM stock_level GROUP BY 1),
  since AS (SELECT variant_id, min(week) AS week FROM moved GROUP BY 1),
  ends AS (
    SELECT variant_id, week, on_hand - coalesce(sum(delta) OVER (PARTITION BY variant_id ORDER BY week DESC ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS left_over
    FROM (SELECT s.variant_id, w.week, h.on_hand, coalesce(m.delta, 0) AS delta
      FROM since s JOIN shelf h USING (variant_id) CROSS JOIN clock CROSS JOIN LATERAL generate_series(s.week, this_week) AS w(week)
      LEFT JOIN moved m ON m.variant_id = s.variant_id AND m.week = w.week) by_week),
  out AS (SELECT variant_id, array_agg(week) AS weeks FROM ends, clock WHERE left_over <= 0 AND week < this_week GROUP BY 1),
  lists AS (SELECT variant_id, array_agg(week ORDER BY week) AS weeks, array_agg(units ORDER BY week) AS units FROM weekly GROUP BY 1),
  books AS (SELECT coalesce(min(week), (SELECT this_week FROM clock)) AS week FROM weekly)
  SELECT v.id, p.id AS product_id, p.garment, p.department, p.category, v.colour, v.size, c.this_week,
    greatest(b.week, ${weekOf('p.published_at')}) AS first_week, d.weeks, d.units, o.weeks AS out_weeks
  FROM variant v JOIN product p ON p.id = v.product_id AND p.status = 'active' CROSS JOIN clock c CROSS JOIN books b
  LEFT JOIN lists d ON d.variant_id = v.id LEFT JOIN out o ON o.variant_id = v.id
  WHERE ${weekOf('p.published_at')} < c.this_week
  ORDER BY p.id, v.id`

export type ReadDemand = { readonly skus: readonly SkuDemand[]; readonly thisWeek: number }

/** The demand of every SKU on sale, ready to be forecast. */
export const readDemand = async (client: pg.Pool | pg.PoolClient): Promise<ReadDemand> => {
  const { rows } = await client.query<Row>(DEMAND, [PAST_WEEKS, LEDGER_WEEKS])
  const coloursOf = new Map<number, Set<string>>()
  for (const row of rows) {
    const colours = coloursOf.get(row.product_id) ?? new Set()
    coloursOf.set(row.product_id, colours.add(row.colour))
  }
  return {
    thisWeek: rows[0]?.this_week ?? 0,
    skus: rows.map((row): SkuDemand => {
      const length = Math.max(0, row.this_week - row.first_week)
      const sold = Array.from({ length }, () => 0)
      for (const [nth, week] of (row.weeks ?? []).entries()) {
        if (week >= row.first_week) sold[week - row.first_week] = row.units?.[nth] ?? 0
      }
      const out = new Set(row.out_weeks ?? [])
      return {
        variantId: row.id,
        productId: row.product_id,
        group: row.category,
        curveShare: curveShareOf(row) / (coloursOf.get(row.product_id)?.size ?? 1),
        firstWeek: row.first_week,
        units: withoutStockOuts(
          sold,
          sold.map((_, nth) => out.has(row.first_week + nth)),
        ),
      }
    }),
  }
}

function curveShareOf({ garment, department, size }: Row): number {
  const run = sizeRunOf(garment, department)
  const place = run?.sizes.findIndex((one) => one.code === size) ?? -1
  return run?.weights[place] ?? 1
}

/** The Monday a week begins. */
export const mondayOf = (week: number): string =>
  new Date((week * 604_800 + 345_600) * 1_000).toISOString().slice(0, 10)

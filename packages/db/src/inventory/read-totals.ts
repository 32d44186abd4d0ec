import { type FilteredTotals, filteredTotalsSchema, type StockFilter, type StockSums } from '@selvedge/core'
import type pg from 'pg'
import { FILTERED_STOCK, filterValues } from './stock-filter-sql'

const TOTALS = `SELECT lo.code, lo.name, count(*)::int AS records, coalesce(sum(l.on_hand), 0)::int AS "onHand",
    coalesce(sum(l.reserved - coalesce(due.units, 0)), 0)::int AS reserved, coalesce(sum(l.allocated), 0)::int AS allocated,
    coalesce(sum(greatest(0, free.units)), 0)::int AS available, coalesce(sum(coming.units), 0)::int AS incoming
  ${FILTERED_STOCK} GROUP BY lo.id ORDER BY lo.code`

const NOTHING: StockSums = { records: 0, onHand: 0, reserved: 0, allocated: 0, available: 0, incoming: 0 }

/** Sums over every record of a filter, however many, by place and over all; due holds are left out of what is reserved. */
export const readTotals = async (pool: pg.Pool, filter: StockFilter): Promise<FilteredTotals> => {
  const { rows: places } = await pool.query<FilteredTotals['places'][number]>(TOTALS, filterValues(filter))
  const overall = places.reduce<StockSums>(
    (sum, place) => ({
      records: sum.records + place.records,
      onHand: sum.onHand + place.onHand,
      reserved: sum.reserved + place.reserved,
      allocated: sum.allocated + place.allocated,
      available: sum.available + place.available,
      incoming: sum.incoming + place.incoming,
    }),
    NOTHING,
  )
  return filteredTotalsSchema.parse({ ...overall, places })
}

/** Sizes that are made, in the order of their kind. One step of the index a size, however many SKUs there are. */
export const readSizes = async (pool: pg.Pool): Promise<string[]> => {
  const { rows } = await pool.query<{ size: string }>(
    `WITH RECURSIVE made AS (
      (SELECT size FROM variant ORDER BY size LIMIT 1)
      UNION ALL SELECT (SELECT v.size FROM variant v WHERE v.size > made.size ORDER BY v.size LIMIT 1) FROM made WHERE made.size IS NOT NULL
    )
    SELECT made.size FROM made JOIN LATERAL (SELECT size_order FROM variant v WHERE v.size = made.size LIMIT 1) o ON true
    ORDER BY o.size_order, made.size`,
  )
  return rows.map(({ size }) => size)
}

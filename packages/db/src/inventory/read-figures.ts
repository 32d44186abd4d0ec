import type { StockReader } from '@selvedge/core'
import type pg from 'pg'

type Figures = Awaited<ReturnType<StockReader['figures']>>

/** The admin's figures in one round trip, each counted by the database at this moment. */
export const readFigures = async (pool: pg.Pool): Promise<Figures> => {
  const { rows } = await pool.query<Figures>(
    `WITH sku AS (
      SELECT l.variant_id, sum(greatest(0, l.on_hand - l.allocated - l.reserved - l.unavailable - l.safety_stock)) AS available
      FROM stock_level l JOIN location p ON p.id = l.location_id AND p.sells_online GROUP BY l.variant_id)
    SELECT held.units AS "heldUnits", held.holds AS "holds", sku_figures.available::int AS "availableUnits",
      sku_figures.sold_out AS "soldOutSkus", sku_figures.low AS "lowSkus", entries.count AS "ledgerEntries24h",
      coalesce(sales.rows, '[]') AS "sales24h"
    FROM (SELECT coalesce(sum(quantity), 0)::int AS units, count(DISTINCT (cart_id, id))::int AS holds FROM reservation
        WHERE state = 'held' AND expires_at > (SELECT clock_timestamp())) held,
      (SELECT coalesce(sum(available), 0) AS available, count(*) FILTER (WHERE available = 0)::int AS sold_out,
        count(*) FILTER (WHERE available BETWEEN 1 AND 3)::int AS low FROM sku) sku_figures,
      -- now(), not clock_timestamp(): a stable function lets the planner use the index, and a figure may be a statement old.
      (SELECT count(*)::int AS count FROM inventory_event WHERE recorded_at > now() - interval '24 hours') entries,
      (SELECT jsonb_agg(jsonb_build_object('currency', currency, 'orders', orders, 'revenueMinor', revenue)) AS rows FROM (
        SELECT currency, count(*) AS orders, sum(total_minor) AS revenue FROM orders
        WHERE placed_at > now() - interval '24 hours' AND state IN ('confirmed', 'part_shipped', 'shipped', 'delivered') GROUP BY currency) paid) sales`,
  )
  const figures = rows[0]
  if (!figures) throw new Error('no figures')
  return figures
}

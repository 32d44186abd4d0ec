import type { AvailabilityOfVariant, StockReader } from '@selvedge/core'
import type pg from 'pg'
import { createMerged } from './merged'
import { readBalanceBefore } from './read-balance'
import { readFigures } from './read-figures'
import { readGrid } from './read-grid'
import { readGridPages } from './read-grid-pages'
import { readHolds } from './read-holds'
import { readLedger } from './read-ledger'
import { readLevels } from './read-levels'
import { readLocations } from './read-locations'
import { readRecent } from './read-recent'
import { readReservations } from './read-reservations'
import { readSizes, readTotals } from './read-totals'

/** Available online per SKU, now and of supply to come; due holds do not count although nobody may have expired them yet. */
const AVAILABILITY = {
  name: 'stock-availability',
  text: `SELECT l.variant_id, sum(l.version)::int AS version, sum(greatest(0, free.units))::int AS available,
    sum(greatest(0, free.units + l.oversell_cap) - greatest(0, free.units))::int AS future
  FROM stock_level l JOIN location p ON p.id = l.location_id AND p.sells_online
  LEFT JOIN LATERAL (SELECT sum(r.quantity)::int AS units FROM reservation r
    WHERE r.record_id = l.record_id AND r.state = 'held' AND r.expires_at <= (SELECT clock_timestamp())) due ON l.reserved > 0,
  LATERAL (SELECT l.on_hand - l.allocated - (l.reserved - coalesce(due.units, 0)) - l.unavailable - l.safety_stock AS units) free
  WHERE l.variant_id = ANY($1::int[]) GROUP BY l.variant_id`,
}

type Available = { variant_id: number; version: number; available: number; future: number }

const readAvailable = async (
  pool: pg.Pool,
  variantIds: readonly number[],
): Promise<readonly AvailabilityOfVariant[]> => {
  const { rows } = await pool.query<Available>({ ...AVAILABILITY, values: [variantIds] })
  return rows.map(({ variant_id: variantId, ...row }) => ({ variantId, ...row }))
}

/** As many SKUs as a bag or a page of one product has; a list of more is asked for alone, and keeps nobody waiting. */
const FEW = 32

const createAvailability = (pool: pg.Pool): StockReader['availability'] => {
  const together = createMerged(async (asked: readonly (readonly number[])[]) => {
    const rows = await readAvailable(pool, [...new Set(asked.flat())])
    const rowOf = new Map(rows.map((row) => [row.variantId, row]))
    return (variantIds) => variantIds.flatMap((id) => rowOf.get(id) ?? [])
  })
  return (variantIds) => (variantIds.length > FEW ? readAvailable(pool, variantIds) : together(variantIds))
}

/** The read side of the inventory over PostgreSQL (port: core StockReader). */
export const createStockReader = ({ pool }: { pool: pg.Pool }): StockReader => ({
  availability: createAvailability(pool),
  grid: (input) => readGrid(pool, input),
  pages: (filter, rows) => readGridPages(pool, filter, rows),
  totals: (filter) => readTotals(pool, filter),
  sizes: () => readSizes(pool),
  record: async (recordId) => (await readGrid(pool, { recordId, limit: 1 }))[0],
  ledger: (recordId, input) => readLedger(pool, recordId, input),
  levels: (recordIds) => readLevels(pool, recordIds),
  balanceBefore: (recordId, version) => readBalanceBefore(pool, recordId, version),
  recent: (limit) => readRecent(pool, limit),
  locations: () => readLocations(pool),
  holds: (input) => readHolds(pool, input),
  reservations: (cartId, ids) => readReservations(pool, cartId, ids),
  figures: () => readFigures(pool),
})

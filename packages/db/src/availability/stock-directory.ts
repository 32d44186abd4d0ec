import type { SellingRecord, StockDirectory, VariantName } from '@selvedge/core'
import type pg from 'pg'

const PAGE = 2_000

/** Names and places for the availability projection (port: core StockDirectory). */
export const createStockDirectory = ({ pool }: { pool: pg.Pool }): StockDirectory => ({
  skusOf: async (variantIds) => {
    const { rows } = await pool.query<{ id: number; sku: string }>(
      'SELECT id, sku FROM variant WHERE id = ANY($1::int[])',
      [variantIds],
    )
    return new Map(rows.map(({ id, sku }) => [id, sku]))
  },
  variantsOf: async (skus) => {
    const { rows } = await pool.query<{ id: number; sku: string }>(
      'SELECT id, sku FROM variant WHERE sku = ANY($1::text[])',
      [skus],
    )
    return new Map(rows.map(({ id, sku }) => [sku, id]))
  },
  variantsOfProducts: async (productIds) => {
    const { rows } = await pool.query<{ product_id: number } & VariantName>(VARIANTS, [productIds])
    const byProduct = new Map<number, VariantName[]>()
    for (const { product_id, ...variant } of rows) {
      const variants = byProduct.get(product_id)
      if (variants === undefined) byProduct.set(product_id, [variant])
      else variants.push(variant)
    }
    return byProduct
  },
  sellingLocations: async () => {
    const { rows } = await pool.query<{ id: number }>('SELECT id FROM location WHERE sells_online')
    return new Set(rows.map(({ id }) => id))
  },
  sellingRecords: () => sellingRecords(pool),
  identity: async () => {
    const { rows } = await pool.query<{ identity: string }>(IDENTITY)
    return rows[0]?.identity ?? ''
  },
})

async function* sellingRecords(pool: pg.Pool): AsyncGenerator<readonly SellingRecord[]> {
  let after = 0
  for (;;) {
    const { rows } = await pool.query<{ variantId: number; record: SellingRecord | null }>(RECORDS, [after, PAGE])
    const last = rows.at(-1)
    if (last === undefined) return
    yield rows.flatMap(({ record }) => record ?? [])
    after = last.variantId
  }
}

const VARIANTS = `SELECT product_id, id AS "variantId", sku, size, colour FROM variant
  WHERE product_id = ANY($1::int[]) ORDER BY product_id, colour, size_order`

// A variant that is sold nowhere has a row as well: the page would otherwise end before it.
const RECORDS = `
  SELECT v.id AS "variantId", CASE WHEN p.id IS NOT NULL THEN
           json_build_object('sku', v.sku, 'recordId', l.record_id, 'version', l.version, 'available', greatest(0, free.units),
             'future', greatest(0, free.units + l.oversell_cap) - greatest(0, free.units)) END AS record
    FROM (SELECT id, sku FROM variant WHERE id > $1 ORDER BY id LIMIT $2) v
    LEFT JOIN stock_level l ON l.variant_id = v.id
    LEFT JOIN location p ON p.id = l.location_id AND p.sells_online
    LEFT JOIN LATERAL (SELECT l.on_hand - l.allocated - l.reserved - l.unavailable - l.safety_stock AS units) free ON true
   ORDER BY v.id`

// The file of the table changes when it is emptied and loaded again.
const IDENTITY = `
  SELECT concat_ws('.', (SELECT system_identifier FROM pg_control_system()),
    (SELECT oid FROM pg_database WHERE datname = current_database()), pg_relation_filenode('stock_level')) AS identity`

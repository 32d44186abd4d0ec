import type { BagStore } from '@selvedge/core'
import type pg from 'pg'
import { createMerged } from '../inventory/merged'
import { mergeBags } from './merge-bags'
import { createPutLine } from './put-line'
import { readBags } from './read-bag'

const VARIANTS = {
  name: 'bag-variants',
  text: `SELECT v.sku, v.id FROM variant v JOIN product p ON p.id = v.product_id WHERE v.sku = ANY($1::text[]) AND p.status = 'active'`,
}

/** Bags over PostgreSQL (port: core BagStore). Look-ups that come at the same time go out as one statement. */
export const createBagStore = ({ pool }: { pool: pg.Pool }): BagStore => ({
  read: createMerged(async (cartIds: readonly string[]) => {
    const bags = await readBags(pool, cartIds)
    return (cartId) => bags.get(cartId)
  }),
  variantOfSku: createMerged(async (skus: readonly string[]) => {
    const { rows } = await pool.query<{ sku: string; id: number }>({ ...VARIANTS, values: [skus] })
    const ids = new Map(rows.map(({ sku, id }) => [sku, id]))
    return (sku) => ids.get(sku)
  }),
  putLine: createPutLine(pool),
  removeLine: async (cartId, lineId) => {
    await pool.query(
      `WITH gone AS (DELETE FROM cart_line WHERE cart_id = $1 AND line_id = $2 RETURNING cart_id)
      UPDATE cart SET version = version + 1, updated_at = clock_timestamp() WHERE id IN (SELECT cart_id FROM gone)`,
      [cartId, lineId],
    )
  },
  openBagOf: async (userId) => {
    const { rows } = await pool.query<{ id: string }>(`SELECT id FROM cart WHERE user_id = $1 AND state = 'open'`, [
      userId,
    ])
    return rows[0]?.id
  },
  merge: (input) => mergeBags(pool, input),
})

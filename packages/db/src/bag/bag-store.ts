import type { BagStore } from '@selvedge/core'
import type pg from 'pg'
import { mergeBags } from './merge-bags'
import { putLine } from './put-line'
import { readBag } from './read-bag'

/** Bags over PostgreSQL (port: core BagStore). */
export const createBagStore = ({ pool }: { pool: pg.Pool }): BagStore => ({
  read: (cartId) => readBag(pool, cartId),
  variantOfSku: async (sku) => {
    const { rows } = await pool.query<{ id: number }>({
      name: 'bag-variant',
      text: `SELECT v.id FROM variant v JOIN product p ON p.id = v.product_id WHERE v.sku = $1 AND p.status = 'active'`,
      values: [sku],
    })
    return rows[0]?.id
  },
  putLine: (put) => putLine(pool, put),
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

import type { SearchSource } from '@selvedge/core'
import type { Pool } from 'pg'
import { afterId, byIds } from './choices'
import { selectProducts } from './select-products'

/** What feeds the search index, read from the primary. */
export const createSearchSource = ({ pool }: { readonly pool: Pool }): SearchSource => ({
  after: (productId, limit) => selectProducts(pool, afterId(productId, limit)),
  of: (productIds) => selectProducts(pool, byIds(productIds)),
  productsOfVariants: async (variantIds) => {
    const { rows } = await pool.query<{ product_id: number }>({
      name: 'products-of-variants',
      text: 'SELECT DISTINCT product_id FROM variant WHERE id = ANY($1::int[])',
      values: [[...variantIds]],
    })
    return rows.map((row) => row.product_id)
  },
  countActive: async () => {
    const { rows } = await pool.query<{ n: number }>("SELECT count(*)::int AS n FROM product WHERE status = 'active'")
    return rows[0]?.n ?? 0
  },
})

import { PRICE_BANDS, type SignalFacts, type SignalFactsReader } from '@selvedge/core'
import type pg from 'pg'
import { PRICED } from '../catalog/price-quarters'

const FRESH_MS = 10 * 60_000
/** An unknown product may be a new one: it is looked for, but not at every signal. */
const RETRY_MS = 5_000

type Row = {
  product_id: number
  department: string
  category: string
  style: string
  brand: string
  material: string | null
  quarter: number
  colours: Record<string, string> | null
}

const ALL = `
  WITH ${PRICED}
  SELECT p.id AS product_id, p.department, p.category, p.garment AS style, b.slug AS brand,
         p.attributes->>'fabric' AS material, priced.quarter,
         (SELECT jsonb_object_agg(c->>'value', coalesce(c->>'family', c->>'value'))
          FROM product_option o, jsonb_array_elements(o.values) c
          WHERE o.product_id = p.id AND o.kind = 'colour') AS colours
  FROM product p JOIN brand b ON b.id = p.brand_id JOIN priced ON priced.id = p.id`

/** Attributes of the whole catalogue in memory, read anew every ten minutes or when a product is not among them. */
export const createSignalFactsReader = (deps: { pool: pg.Pool; nowMs: () => number }): SignalFactsReader => {
  const { pool, nowMs } = deps
  let known: ReadonlyMap<number, SignalFacts> = new Map()
  let readAtMs = Number.NEGATIVE_INFINITY
  let reading: Promise<void> | undefined

  const readAll = async (): Promise<void> => {
    const { rows } = await pool.query<Row>(ALL)
    known = new Map(rows.map((row) => [row.product_id, factsOf(row)]))
    readAtMs = nowMs()
  }
  const refresh = (): Promise<void> => {
    reading ??= readAll().finally(() => {
      reading = undefined
    })
    return reading
  }

  return {
    of: async (productIds) => {
      const age = nowMs() - readAtMs
      const isUnknown = productIds.some((id) => !known.has(id))
      if (age > FRESH_MS || (isUnknown && age > RETRY_MS)) await refresh()
      const found = new Map<number, SignalFacts>()
      for (const id of productIds) {
        const facts = known.get(id)
        if (facts) found.set(id, facts)
      }
      return found
    },
  }
}

const factsOf = (row: Row): SignalFacts => ({
  productId: row.product_id,
  department: row.department,
  category: row.category,
  style: row.style,
  brand: row.brand,
  material: row.material ?? '',
  price: PRICE_BANDS[row.quarter - 1] ?? '1',
  colours: row.colours ?? {},
})

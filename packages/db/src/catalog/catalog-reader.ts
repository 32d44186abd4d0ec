import { type CatalogReader, cardOf, type StoredCard, type StoredProduct } from '@selvedge/core'
import type { Pool } from 'pg'
import { byIds, bySlug, newest, popular } from './choices'
import { selectCollections } from './select-collections'
import { selectProducts } from './select-products'

export type CatalogReaderDeps = {
  readonly pool: Pool
  /** Epoch milliseconds: decides what is new in. */
  readonly nowMs?: () => number
}

/** The catalogue in PostgreSQL. Every read is one statement, collections two, however much it answers. */
export function createCatalogReader({ pool, nowMs = Date.now }: CatalogReaderDeps): CatalogReader {
  const cardsOf = (products: readonly StoredProduct[]): readonly StoredCard[] => {
    const now = nowMs()
    return products.flatMap((product) => cardOf(product, now) ?? [])
  }
  return {
    productBySlug: async (slug) => (await selectProducts(pool, bySlug(slug)))[0]?.detail,
    cards: async (productIds) =>
      productIds.length === 0 ? [] : cardsOf(await selectProducts(pool, byIds(productIds))),
    newest: async (limit) => cardsOf(await selectProducts(pool, newest(limit))),
    popular: async (limit) => cardsOf(await selectProducts(pool, popular(limit))),
    popularIn: async (category, limit) => cardsOf(await selectProducts(pool, popular(limit, category))),
    collections: (cardsEach) => selectCollections(pool, cardsEach, cardsOf),
    skusOf: (productIds) => selectSkus(pool, productIds),
    expectedDates: (productId) => selectExpectedDates(pool, productId),
  }
}

async function selectSkus(pool: Pool, productIds: readonly number[]): Promise<ReadonlyMap<number, readonly string[]>> {
  const { rows } = await pool.query<{ product_id: number; skus: string[] }>({
    name: 'skus-of-products',
    text: 'SELECT product_id, array_agg(sku ORDER BY id) AS skus FROM variant WHERE product_id = ANY($1::int[]) GROUP BY 1',
    values: [[...productIds]],
  })
  return new Map(rows.map((row) => [row.product_id, row.skus]))
}

async function selectExpectedDates(pool: Pool, productId: number): Promise<ReadonlyMap<string, string>> {
  const { rows } = await pool.query<{ sku: string; expected_on: string }>({
    name: 'expected-dates',
    // A shipment that is overdue names no day: nobody stands for the one that has passed.
    text: `SELECT v.sku, to_char(min(s.expected_on + place.lead_days), 'YYYY-MM-DD') AS expected_on
           FROM variant v JOIN inbound_shipment_line sl ON sl.variant_id = v.id AND NOT sl.closed AND sl.expected > sl.received + sl.damaged
           JOIN inbound_shipment s ON s.id = sl.shipment_id AND s.state IN ('expected', 'part_received')
           JOIN location place ON place.id = s.location_id AND place.sells_online
           WHERE v.product_id = $1 AND s.expected_on >= clock_timestamp()::date
           GROUP BY v.sku`,
    values: [productId],
  })
  return new Map(rows.map((row) => [row.sku, row.expected_on]))
}

import type { PoolClient } from 'pg'
import type { PlannedProduct } from '../generate/plan'
import { generateProduct, type OptionGrid } from '../generate/product'
import { type ProductSketch, sketchOf } from '../generate/sketch'
import { stockOf } from '../generate/stock'
import type { SeedProgress } from '../seed-progress'
import { type NumberedProduct, writeProducts } from './write-products'
import { type NumberedRecord, writeStock } from './write-stock'

// Products drawn, written and forgotten at a time: some 15 MB of rows.
const CHUNK = 500

type Loading = {
  readonly plan: readonly PlannedProduct[]
  readonly seed: number
  readonly today: Date
  readonly correlationId: string
  readonly onProgress: (progress: SeedProgress) => void
  readonly grid?: OptionGrid | undefined
}

export type LoadedCatalogue = {
  readonly sketches: readonly ProductSketch[]
  readonly counts: {
    readonly products: number
    readonly skus: number
    readonly records: number
    readonly ledgerEntries: number
  }
}

/** Draws and writes the catalogue with its stock in chunks; memory holds one chunk and a sketch of every product. */
export async function loadCatalogue(client: PoolClient, loading: Loading): Promise<LoadedCatalogue> {
  const { plan, seed, today, correlationId, onProgress, grid } = loading
  const sketches: ProductSketch[] = []
  let [skus, recordCount, ledgerEntries] = [0, 0, 0]
  for (let start = 0; start < plan.length; start += CHUNK) {
    const products: NumberedProduct[] = []
    const records: NumberedRecord[] = []
    for (const planned of plan.slice(start, start + CHUNK)) {
      const ids = { productId: planned.index + 1, firstVariantId: skus + 1 }
      const product = { ...generateProduct(planned, { seed, today, grid }), ...ids }
      products.push(product)
      sketches.push(sketchOf(product, ids))
      for (const ofVariant of stockOf(product, planned.index, { seed, today, products: plan.length })) {
        skus++
        for (const record of ofVariant) {
          recordCount++
          ledgerEntries += record.events.length
          records.push({ ...record, recordId: recordCount, variantId: skus })
        }
      }
    }
    await writeProducts(client, products)
    await writeStock(client, records, { correlationId, reportedAt: today })
    onProgress({ step: 'products', done: sketches.length, of: plan.length })
  }
  return { sketches, counts: { products: sketches.length, skus, records: recordCount, ledgerEntries } }
}

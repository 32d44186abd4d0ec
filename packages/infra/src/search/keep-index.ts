import {
  type BuyableSets,
  buyableSetsOf,
  type SearchDocument,
  type SearchSource,
  searchDocumentOf,
} from '@selvedge/core'
import type { BuyablePatch, IndexedState, SearchIndex } from './search-index'

export type Kept = { readonly written: number; readonly patched: number; readonly removed: number }

export type KeepIndexDeps = { readonly source: SearchSource; readonly index: SearchIndex }

/**
 * Brings the documents of these products in line with PostgreSQL and answers how many it changed. A document is
 * written anew when its product changed (or is named in `rewrite`), patched when only what can be bought changed, and
 * otherwise left alone: most movements of stock neither open nor close an option.
 */
export async function keepIndex(
  { source, index }: KeepIndexDeps,
  productIds: readonly number[],
  rewrite: ReadonlySet<number> = new Set(),
): Promise<Kept> {
  if (productIds.length === 0) return { written: 0, patched: 0, removed: 0 }
  const [products, states] = await Promise.all([source.of(productIds), index.stateOf(productIds)])
  const indexed = new Map(states.map((state) => [state.id, state]))
  const written: SearchDocument[] = []
  const patched: BuyablePatch[] = []
  const shown = new Set<number>()
  for (const product of products) {
    const { productId, version } = product.detail
    const state = indexed.get(productId)
    const sets = buyableSetsOf(product)
    if (!state || state.product_version !== version || rewrite.has(productId)) {
      const document = searchDocumentOf(product)
      if (!document) continue
      written.push(document)
    } else if (!isSame(state, sets)) patched.push({ id: productId, ...sets })
    shown.add(productId)
  }
  const removed = [...indexed.keys()].filter((productId) => !shown.has(productId))
  if (written.length > 0) await index.put(written)
  if (patched.length > 0) await index.patch(patched)
  if (removed.length > 0) await index.remove(removed)
  return { written: written.length, patched: patched.length, removed: removed.length }
}

const isSame = (state: IndexedState, sets: BuyableSets): boolean =>
  state.buyable === sets.buyable &&
  sameList(state.buyable_colour_sizes, sets.buyable_colour_sizes) &&
  sameList(state.buyable_sizes, sets.buyable_sizes) &&
  sameList(state.buyable_colours, sets.buyable_colours)

// Both are sorted.
const sameList = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((value, place) => value === b[place])

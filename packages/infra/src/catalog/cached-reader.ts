import type { CatalogReader, ProductDetail, StoredCard } from '@selvedge/core'
import { LRUCache } from 'lru-cache'

export type CachedReader = CatalogReader & {
  /** Forgets everything: a product changed. */
  forget(): void
}

// What the catalogue says of a product lives until told otherwise, at most so long; shelves of many a little shorter.
const PRODUCT_AGE_MAX_MS = 60_000
const SHELF_AGE_MAX_MS = 30_000

/** Remembers catalogue reads in this process. Stock on its cards is as of the read: live stock is laid over by the service. */
export function createCachedReader(reader: CatalogReader): CachedReader {
  const details = remembering<string, ProductDetail | undefined>(2_000, PRODUCT_AGE_MAX_MS)
  const dates = remembering<number, ReadonlyMap<string, string>>(2_000, PRODUCT_AGE_MAX_MS)
  const shelves = remembering<string, readonly StoredCard[]>(200, SHELF_AGE_MAX_MS)
  const collections = remembering<number, Awaited<ReturnType<CatalogReader['collections']>>>(4, SHELF_AGE_MAX_MS)
  const railCards = remembering<string, readonly StoredCard[]>(2_000, PRODUCT_AGE_MAX_MS)
  return {
    productBySlug: (slug) => details.of(slug, () => reader.productBySlug(slug)),
    expectedDates: (productId) => dates.of(productId, () => reader.expectedDates(productId)),
    cards: (productIds) => railCards.of(productIds.join(), () => reader.cards(productIds)),
    newest: (limit) => shelves.of(`newest:${limit}`, () => reader.newest(limit)),
    popular: (limit) => shelves.of(`popular:${limit}`, () => reader.popular(limit)),
    popularIn: (category, limit) => shelves.of(`popular:${category}:${limit}`, () => reader.popularIn(category, limit)),
    collections: (cardsEach) => collections.of(cardsEach, () => reader.collections(cardsEach)),
    skusOf: (productIds) => reader.skusOf(productIds),
    forget: () => {
      for (const memory of [details, dates, shelves, collections, railCards]) memory.clear()
    },
  }
}

/** Values by key with an age; concurrent askers share one read, and a failed read is not remembered. */
function remembering<K extends string | number, V>(max: number, ageMaxMs: number) {
  const reads = new LRUCache<K, { value: Promise<V> }>({ max, ttl: ageMaxMs })
  return {
    of: (key: K, read: () => Promise<V>): Promise<V> => {
      const known = reads.get(key)
      if (known) return known.value
      const entry = { value: read() }
      reads.set(key, entry)
      entry.value.catch(() => {
        if (reads.peek(key) === entry) reads.delete(key)
      })
      return entry.value
    },
    clear: () => reads.clear(),
  }
}

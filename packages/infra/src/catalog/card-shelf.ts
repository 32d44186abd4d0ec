import type { StoredCard } from '@selvedge/core'
import { LRUCache } from 'lru-cache'

export type CardShelf = {
  /** In the order asked for; unknown or inactive products are left out. */
  cards(productIds: readonly number[]): Promise<readonly StoredCard[]>
  /** Forgets everything: a product changed. */
  forget(): void
}

// A whole catalogue of twenty thousand fits; a card is about a kilobyte.
const CARDS_MAX = 25_000
const AGE_MAX_MS = 300_000

/**
 * Cards one by one, for lists that are different for everybody: a card that one list has read serves all others. What
 * is missing is read in one statement.
 */
export function createCardShelf(read: (productIds: readonly number[]) => Promise<readonly StoredCard[]>): CardShelf {
  const known = new LRUCache<number, StoredCard>({ max: CARDS_MAX, ttl: AGE_MAX_MS, ttlResolution: 1_000 })
  return {
    cards: async (productIds) => {
      const missing = productIds.filter((id) => !known.has(id))
      const fresh = missing.length === 0 ? [] : await read(missing)
      for (const card of fresh) known.set(card.productId, card)
      return productIds.flatMap((id) => known.get(id) ?? [])
    },
    forget: () => known.clear(),
  }
}

import type { StoredCard } from '@selvedge/core'
import { LRUCache } from 'lru-cache'

export type CardShelf = {
  /** In the order asked for; unknown or inactive products are left out. */
  cards(productIds: readonly number[]): Promise<readonly StoredCard[]>
  /** As they were read last, however long ago, for when reading them takes too long; what was never read is left out. */
  asRead(productIds: readonly number[]): readonly StoredCard[]
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
  /** The same cards, and after something was forgotten those from before. */
  const last = new LRUCache<number, StoredCard>({ max: CARDS_MAX })
  /** What a read answers that began before something was forgotten may be from before it as well. */
  let forgotten = 0
  const fill = async (missing: readonly number[]): Promise<ReadonlyMap<number, StoredCard>> => {
    const before = forgotten
    const fresh = new Map((await read(missing)).map((card) => [card.productId, card]))
    for (const id of missing) {
      const card = fresh.get(id)
      if (card === undefined) last.delete(id)
      else {
        last.set(id, card)
        if (before === forgotten) known.set(id, card)
      }
    }
    return fresh
  }
  return {
    cards: async (productIds) => {
      // Taken before anything is read: what is forgotten meanwhile is no reason to show less.
      const held = new Map(productIds.map((id) => [id, known.get(id)]))
      const missing = productIds.filter((id) => held.get(id) === undefined)
      const fresh = missing.length === 0 ? NONE : await fill(missing)
      return productIds.flatMap((id) => held.get(id) ?? fresh.get(id) ?? [])
    },
    asRead: (productIds) => productIds.flatMap((id) => known.get(id) ?? last.get(id) ?? []),
    forget: () => {
      forgotten += 1
      known.clear()
    },
  }
}

const NONE: ReadonlyMap<number, StoredCard> = new Map()

import { isDeepStrictEqual } from 'node:util'
import type { StoredCard } from '@selvedge/core'
import { LRUCache } from 'lru-cache'

const CARDS_MAX = 25_000

/**
 * One object for a card that says the same, in however many listings it was found: a thousand remembered listings hold
 * each product once, and what is derived from a card is derived once.
 */
export const createSharedCards = (): ((card: StoredCard) => StoredCard) => {
  const cards = new LRUCache<number, StoredCard>({ max: CARDS_MAX })
  return (card) => {
    const known = cards.get(card.productId)
    if (known !== undefined && isDeepStrictEqual(known, card)) return known
    cards.set(card.productId, card)
    return card
  }
}

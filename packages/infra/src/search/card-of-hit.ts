import { isNewAt, type SearchDocument, type StoredCard } from '@selvedge/core'

/** The fields of a document that a card is made from. */
export const CARD_FIELDS = ['card', 'published_at', 'sizes', 'buyable_sizes', 'buyable_colour_sizes'] as const
export type Hit = Pick<SearchDocument, (typeof CARD_FIELDS)[number]>

/**
 * The card of a found document. Its stock is as of the index: a unit for every pair that can be bought, which is the
 * least there is. Live stock is laid over it.
 */
export const cardOfHit = (hit: Hit, nowMs: number): StoredCard => ({
  ...hit.card,
  isNew: isNewAt(hit.published_at, nowMs),
  stock: {
    available: hit.buyable_colour_sizes.length,
    buyableSizes: hit.buyable_sizes.length,
    totalSizes: hit.sizes.length,
  },
})

import type { AvailabilityView, Country, FeedDeps, StoredCard } from '@selvedge/core'
import { createLayStock } from '@selvedge/core'
import type { CardShelf } from '@selvedge/infra'
import { within } from './within'

/** What a feed reads beside the engine's memory, each read within its own time. */
export const READ_BUDGET_MS = 60

export type FeedReadParts = {
  readonly shelf: Pick<CardShelf, 'cards' | 'asRead'>
  readonly popular: (limit: number) => Promise<readonly StoredCard[]>
  readonly availability: AvailabilityView
  readonly notSoldIn: (country: Country) => Promise<ReadonlySet<string>>
  readonly onFault: (part: 'stock', fault: unknown) => void
}

/**
 * The reads of the feed under a budget: a database or a Redis that is slow to answer costs a feed so much each and no more.
 * Where houses may not be sold changes hardly ever: as it was read last will do.
 */
export const feedReads = ({
  shelf,
  popular,
  availability,
  notSoldIn,
  onFault,
}: FeedReadParts): Pick<FeedDeps, 'cards' | 'cardsAsRead' | 'popular' | 'layStock' | 'notSoldIn'> => {
  const elsewhere = new Map<Country, ReadonlySet<string>>()
  const inTime: AvailabilityView = {
    ofSkus: (skus) => within(READ_BUDGET_MS, availability.ofSkus(skus)),
    ofProducts: (productIds) => within(READ_BUDGET_MS, availability.ofProducts(productIds)),
    asOfMs: availability.asOfMs,
  }
  return {
    cards: (productIds) => within(READ_BUDGET_MS, shelf.cards(productIds)),
    cardsAsRead: shelf.asRead,
    popular: (limit) => within(READ_BUDGET_MS, popular(limit)),
    layStock: createLayStock(inTime, onFault),
    notSoldIn: async (country) => {
      const reading = notSoldIn(country).then((houses) => {
        elsewhere.set(country, houses)
        return houses
      })
      try {
        return await within(READ_BUDGET_MS, reading)
      } catch (fault) {
        const before = elsewhere.get(country)
        if (before === undefined) throw fault
        return before
      }
    },
  }
}

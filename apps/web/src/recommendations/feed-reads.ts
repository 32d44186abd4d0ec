import type { AvailabilityView, Country, FeedDeps, StoredCard } from '@selvedge/core'
import { createLayStock } from '@selvedge/core'
import type { CardShelf } from '@selvedge/infra'
import { within } from './within'

/** What a feed reads beside the engine's memory, each read within its own time. */
export const READ_BUDGET_MS = 60
/** Cards as they were read last are an answer where they are at least this share of what was asked for. */
const ENOUGH = 0.5

export type FeedReadParts = {
  readonly shelf: Pick<CardShelf, 'cards' | 'asRead'>
  readonly popular: (limit: number) => Promise<readonly StoredCard[]>
  readonly availability: AvailabilityView
  readonly notSoldIn: (country: Country) => Promise<ReadonlySet<string>>
  readonly nowMs: () => number
  readonly onFault: (part: 'stock', fault: unknown) => void
}

/**
 * The reads of the feed under a budget: a database or a Redis that is slow to answer costs a feed so much each and no more,
 * where there is something to show without them. Where there is nothing, the first of it is waited for as long as the
 * answer may take. Where houses may not be sold changes hardly ever: as it was read last will do.
 */
export const feedReads = ({
  shelf,
  popular,
  availability,
  notSoldIn,
  nowMs,
  onFault,
}: FeedReadParts): Pick<FeedDeps, 'cards' | 'cardsAsRead' | 'popular' | 'layStock' | 'notSoldIn'> => {
  const elsewhere = new Map<Country, ReadonlySet<string>>()
  const until = <T>(untilMs: number, reading: Promise<T>): Promise<T> =>
    within(Math.max(READ_BUDGET_MS, untilMs - nowMs()), reading)
  const layWithin = (ms: number) =>
    createLayStock({ ...availability, ofProducts: (ids) => within(ms, availability.ofProducts(ids)) }, onFault)
  const briefly = layWithin(READ_BUDGET_MS)
  return {
    cards: async (productIds, untilMs) => {
      const reading = shelf.cards(productIds)
      try {
        return await within(READ_BUDGET_MS, reading)
      } catch (fault) {
        if (shelf.asRead(productIds).length >= productIds.length * ENOUGH) throw fault
        return until(untilMs, reading)
      }
    },
    cardsAsRead: shelf.asRead,
    popular: (limit, untilMs) => until(untilMs, popular(limit)),
    layStock: (cards, untilMs) =>
      untilMs === undefined ? briefly(cards) : layWithin(Math.max(READ_BUDGET_MS, untilMs - nowMs()))(cards),
    notSoldIn: async (country, untilMs) => {
      const before = elsewhere.get(country)
      const reading = notSoldIn(country).then((houses) => {
        elsewhere.set(country, houses)
        return houses
      })
      try {
        return await (before === undefined ? until(untilMs, reading) : within(READ_BUDGET_MS, reading))
      } catch (fault) {
        if (before === undefined) throw fault
        return before
      }
    },
  }
}

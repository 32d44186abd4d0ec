import type { ListingAnswer, ListingQuery } from '@selvedge/core'
import { readListingPage } from './read-listing-page'

/** "Show more" keeps what is above it, up to this many pages; then a new window begins. */
export const WINDOW_PAGES = 5

export type ListingWindow = {
  answer: ListingAnswer
  cards: ListingAnswer['cards']
  firstPage: number
  lastPage: number
}

/** The page that the address names and the ones above it in its window, so that a shared or revisited link shows the same. */
export const readListingWindow = async (query: ListingQuery): Promise<ListingWindow> => {
  const page = query.page ?? 1
  const firstPage = page - ((page - 1) % WINDOW_PAGES)
  const pages = Array.from({ length: page - firstPage + 1 }, (_, offset) => firstPage + offset)
  const answers = await Promise.all(pages.map((number) => readListingPage({ ...query, page: number })))
  const last = answers.at(-1)
  if (!last) throw new Error('a listing window has at least one page')
  return { answer: last, cards: distinct(answers.flatMap(({ cards }) => cards)), firstPage, lastPage: page }
}

/** Pages are read one by one: a product that moved down between two reads would stand twice. */
const distinct = (cards: ListingAnswer['cards']): ListingAnswer['cards'] => [
  ...new Map(cards.map((card) => [card.productId, card])).values(),
]

import type { ExperimentDesign, FeedLook, Page, Placement, RailName, TriedKind } from '@selvedge/core'
import { formatDay } from '../../product/format-day'

export const PLACEMENT_WORDS: Readonly<Record<Placement, string>> = {
  'for-you': 'For you, on the front page',
  similar: 'Similar pieces',
  together: 'Bought together',
  'complete-look': 'Complete the look',
  bag: 'Beside the bag',
  listing: 'Order of listings',
}

export const PAGE_WORDS: Readonly<Record<Page, string>> = {
  home: 'Front page',
  product: 'Page of a piece',
  bag: 'Bag',
}

/** What each rail is called where nobody calls it otherwise. */
const RAIL_WORDS: Readonly<Record<RailName, string>> = {
  'for-you': 'For you',
  'just-arrived': 'Just arrived',
  'second-collection': 'The second collection',
  'home-together': 'Bought together',
  poll: 'One question',
  'all-collections': 'All collections',
  'third-collection': 'The third collection',
  'most-bought': 'Most bought',
  'recently-viewed': 'You looked at',
  together: 'Bought together',
  'complete-look': 'Complete the look',
  similar: 'Similar pieces',
  bag: 'Goes with your bag',
}
const railNames: Readonly<Record<string, string>> = RAIL_WORDS
export const railWords = (rail: string): string => railNames[rail] ?? rail

export const FEED_LOOK_WORDS: Readonly<Record<FeedLook, string>> = {
  'without-reasons': 'Without the reasons',
  'larger-pieces': 'With larger pieces',
}

export const METRIC_WORDS: Readonly<Record<ExperimentDesign['metric'], string>> = {
  click: 'Pieces opened',
  add: 'Put into a bag',
  order: 'Ordered',
}

export const GUARDRAIL_WORDS: Readonly<Record<ExperimentDesign['guardrail']['metric'], string>> = {
  return: 'Sent back',
  dislike: 'Waved away',
}

const FILTER_WORDS: Readonly<Record<string, string>> = {
  'sold-out': 'Sold out',
  'not-sold-in-your-country': 'Not ours to sell where the parcel goes',
  'not-in-your-size': 'Not in the shopper’s size',
  'only-later': 'Only later than is shown here',
  'not-yet-published': 'Not yet on sale',
  'excluded-by-rule': 'Excluded by a rule',
  'not-for-me': 'Waved away by the shopper',
  'just-bought': 'Just bought',
  'already-there': 'On the page already',
  'outside-the-placement': 'Not of this placement’s kind',
}
export const filterWords = (filter: string, shipsBy?: string): string => {
  // The day says more than the filter's name; of what falls to another filter it is no reason.
  if (filter === 'only-later' && shipsBy !== undefined) return `Only by ${formatDay(shipsBy)}`
  return FILTER_WORDS[filter] ?? filter
}

const SOURCE_WORDS: Readonly<Record<string, string>> = {
  together: 'Bought together',
  neighbours: 'Taken by the same people',
  factors: 'Taste of many',
  session: 'Visits like this',
  content: 'Alike by description',
  affinity: 'Known liking',
  popular: 'Most bought',
  new: 'New in',
  editorial: 'Collections',
  trending: 'Rising',
  season: 'In season',
  wished: 'Wishes come true',
  pinned: 'Pinned',
  explored: 'Tried out',
  fallback: 'Stand-in',
}
export const sourceWords = (source: string): string => SOURCE_WORDS[source] ?? source

export const TRIED_KIND_WORDS: Readonly<Record<TriedKind, string>> = {
  neighbours: 'Taken by the same people, by',
  factors: 'Taste of many, by',
  fit: 'How pieces fit, by',
}

const REASON_WORDS: Readonly<Record<string, string>> = {
  BOUGHT_WITH: 'Bought with another piece',
  LIKED_WITH: 'Taken by the same people',
  VISITS_LIKE_THIS: 'Visits like this',
  TASTE_OF_MANY: 'Taste of many',
  LIKE_THE: 'Close to another piece',
  GOES_WITH: 'Goes with the piece',
  ALIKE: 'Close to a piece without a name',
  BECAUSE_YOU_LIKE: 'A known liking',
  MOST_BOUGHT: 'Most bought',
  NEW_IN: 'Just arrived',
  COMING_IN: 'New, and on its way',
  BACK_IN_STOCK: 'Wished for, and back',
  NOW_LESS: 'Wished for, and costs less',
  RISING: 'Wanted more than before',
  IN_SEASON: 'Worn at this time of the year',
  FROM_COLLECTION: 'From a collection',
  CHOSEN_BY_US: 'Chosen by our buyers',
  SOMETHING_ELSE: 'Something else for a change',
}
/** The kind of reason that was given; its names are not kept. */
export const servedReasonWords = (code: string): string => REASON_WORDS[code] ?? code

/** `taste.brand` reads “Taste: brand”. */
export const featureWords = (name: string): string => {
  const [group = '', ...rest] = name.split('.')
  if (group === 'source') return `${sourceWords(rest[0] ?? '')}: ${rest[1] ?? ''}`
  return `${group.charAt(0).toUpperCase()}${group.slice(1)}: ${rest.join(' ').replaceAll('_', ' ')}`
}

/** Two decimals with a sign, for parts of a score. */
export const signed = (value: number): string => `${value >= 0 ? '+' : '−'}${Math.abs(value).toFixed(2)}`

export const percent = (share: number, digits = 1): string => `${(share * 100).toFixed(digits)} %`

export const pieceCount = (pieces: number): string => (pieces === 1 ? '1 piece' : `${pieces} pieces`)

import type { InterestKind } from '@selvedge/core'
import type { CandidatePool } from './candidate-pool'
import type { CatalogueTable } from './catalogue-table'
import type { CodedShopper } from './coded-shopper'
import { likeness } from './content-vectors'
import { type Season, seasonName } from './season'
import type { ServedModels } from './served-models'
import { SOURCE_COUNT, SOURCE_NAMES, type SourceName } from './source-names'
import { CONTENT_STARTS } from './sources/content'
import { THERE } from './sources/popular'
import { startsOf } from './sources/starts'
import { backVariant, percentOff } from './sources/wished'

/** Why a product is in an answer, in the engine's terms: places are resolved to names by whoever knows them. */
export type ServedReason =
  | {
      readonly code: 'BOUGHT_WITH' | 'LIKED_WITH' | 'LIKE_THE'
      readonly place: number
      readonly interest: InterestKind
    }
  | { readonly code: 'VISITS_LIKE_THIS' | 'GOES_WITH'; readonly place: number }
  | {
      readonly code: 'BECAUSE_YOU_LIKE'
      readonly facet: string
      readonly value: string
      readonly when: 'now' | 'always'
    }
  | { readonly code: 'MOST_BOUGHT'; readonly category?: string; readonly country?: string }
  | { readonly code: 'RISING'; readonly category: string }
  | { readonly code: 'IN_SEASON'; readonly season: Season }
  /** The size is there where it is known to be the shopper's, or was waited for. */
  | { readonly code: 'BACK_IN_STOCK'; readonly size?: string }
  | { readonly code: 'NOW_LESS'; readonly percent: number }
  | { readonly code: 'FROM_COLLECTION'; readonly slug: string }
  | { readonly code: 'TASTE_OF_MANY' | 'NEW_IN' | 'COMING_IN' | 'CHOSEN_BY_US' | 'SOMETHING_ELSE' }

export type ReasonRequest = {
  readonly table: CatalogueTable
  readonly models: ServedModels
  readonly shopper: CodedShopper
  readonly anchor: number
  readonly season: number
  readonly pool: CandidatePool
}

const WISHED = SOURCE_NAMES.indexOf('wished')

/** The source whose columns add most to the score, of equals the one nearest to use; a wish that came true before all. */
export function strongestSource(pool: CandidatePool, row: number, parts: Float32Array): SourceName {
  if ((pool.ranks[row * SOURCE_COUNT + WISHED] ?? 0) > 0) return 'wished'
  let [best, most] = [-1, 0]
  for (let source = 0; source < SOURCE_COUNT; source++) {
    if ((pool.ranks[row * SOURCE_COUNT + source] ?? 0) === 0) continue
    const part = (parts[source] ?? 0) + (parts[SOURCE_COUNT + source] ?? 0)
    if (best < 0 || part > most) [best, most] = [source, part]
  }
  return SOURCE_NAMES[best] ?? 'popular'
}

/** The reason a source gives for a candidate, from what led the source to it. */
export function reasonOf(request: ReasonRequest, row: number, source: SourceName): ServedReason {
  const { table, pool, models, shopper } = request
  const led = pool.evidence[row * SOURCE_COUNT + SOURCE_NAMES.indexOf(source)] ?? -1
  switch (source) {
    case 'together':
      return led < 0
        ? { code: 'TASTE_OF_MANY' }
        : { code: 'BOUGHT_WITH', place: led, interest: interestIn(shopper, led) }
    case 'neighbours':
      return led < 0
        ? { code: 'TASTE_OF_MANY' }
        : { code: 'LIKED_WITH', place: led, interest: interestIn(shopper, led) }
    case 'session':
      return led < 0 ? { code: 'TASTE_OF_MANY' } : { code: 'VISITS_LIKE_THIS', place: led }
    case 'content': {
      const like = mostAlike(request, pool.places[row] ?? -1)
      return like < 0
        ? { code: 'TASTE_OF_MANY' }
        : { code: 'LIKE_THE', place: like, interest: interestIn(shopper, like) }
    }
    case 'factors':
      return { code: 'TASTE_OF_MANY' }
    case 'affinity':
      return likingOf(table, shopper, led)
    case 'popular': {
      if (request.anchor >= 0) return { code: 'MOST_BOUGHT', category: categoryOf(table, request.anchor) }
      const { country } = shopper.shopper
      return led === THERE && country !== undefined ? { code: 'MOST_BOUGHT', country } : { code: 'MOST_BOUGHT' }
    }
    case 'trending':
      return { code: 'RISING', category: categoryOf(table, pool.places[row] ?? 0) }
    case 'wished':
      return wishOf(request, pool.places[row] ?? 0, led)
    case 'season':
      return { code: 'IN_SEASON', season: seasonName(request.season) }
    case 'new':
      return { code: 'NEW_IN' }
    case 'editorial': {
      const slug = models.shelves.editorial[led]?.slug
      return slug === undefined ? { code: 'CHOSEN_BY_US' } : { code: 'FROM_COLLECTION', slug }
    }
  }
}

function wishOf({ table, shopper }: ReasonRequest, place: number, led: number): ServedReason {
  const variant = backVariant(led)
  if (variant < 0) return { code: 'NOW_LESS', percent: percentOff(led) }
  const { variants, category, ids } = table
  const isWaitedFor = shopper.shopper.wished?.some(
    ({ productId, sku }) => productId === ids[place] && sku === variants.skus[variant],
  )
  const isMine = shopper.sizeMasks[category[place] ?? 0] !== undefined
  const size = variants.sizes.text(variants.sizeCode[variant] ?? 0)
  return isWaitedFor || isMine ? { code: 'BACK_IN_STOCK', size } : { code: 'BACK_IN_STOCK' }
}

const categoryOf = (table: CatalogueTable, place: number): string => table.categories.text(table.category[place] ?? 0)

/** Of what the search for likeness started from, the product that this one is most like; -1 without any. */
function mostAlike({ table, anchor, shopper }: ReasonRequest, place: number): number {
  let [found, most] = [-1, Number.NEGATIVE_INFINITY]
  for (const start of startsOf({ anchor, shopper }).slice(0, CONTENT_STARTS)) {
    const alike = likeness(table.content, start.place, place)
    if (start.place !== place && alike > most) [found, most] = [start.place, alike]
  }
  return found
}

function likingOf(table: CatalogueTable, { session }: CodedShopper, term: number): ServedReason {
  const text = term < 0 ? '' : table.vocabulary.text(term)
  const cut = text.indexOf(':')
  if (cut < 0) return { code: 'TASTE_OF_MANY' }
  const when = (session.byTerm[term] ?? 0) > 0 ? 'now' : 'always'
  return { code: 'BECAUSE_YOU_LIKE', facet: text.slice(0, cut), value: text.slice(cut + 1), when }
}

/** What the shopper did with a product; beside an anchor it is the product looked at. */
const interestIn = ({ recent }: CodedShopper, place: number): InterestKind =>
  recent.find((one) => one.place === place)?.kind ?? 'viewed'

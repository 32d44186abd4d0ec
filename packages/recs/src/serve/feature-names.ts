import { DIMENSIONS } from '@selvedge/core'
import { SOURCE_NAMES } from './source-names'

/** Facets of taste that are features of their own. */
export const TASTE_FACETS: readonly string[] = DIMENSIONS

/**
 * The columns of a feature row. A model is stored with the names it was trained on and is laid over these by name, so
 * a column may be added without a published model losing its meaning.
 */
export const FEATURE_NAMES: readonly string[] = [
  ...SOURCE_NAMES.map((source) => `source.${source}.score`),
  ...SOURCE_NAMES.map((source) => `source.${source}.rank`),
  ...TASTE_FACETS.map((facet) => `taste.${facet}`),
  ...TASTE_FACETS.map((facet) => `visit.${facet}`),
  'stock.size_known',
  'stock.share_of_sizes',
  'stock.scarce',
  'fit.probability',
  'ship.days',
  'price.discount',
  'price.margin',
  'promotion.live',
  'item.popularity',
  'item.trend',
  'item.in_season',
  'item.age',
  'item.seen_without_click',
]
export const FEATURE_COUNT = FEATURE_NAMES.length

/** Names these columns in this order: rows that were logged under another one are not learned from. */
export const FEATURE_LAYOUT = `${FEATURE_COUNT}-${layoutOf(FEATURE_NAMES)}`

/** FNV-1a over the names. */
function layoutOf(names: readonly string[]): string {
  let hash = 0x811c9dc5
  for (const letter of names.join('|')) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193)
  return (hash >>> 0).toString(16).padStart(8, '0')
}

/** The column of a feature; a name that does not exist is a fault of the code. */
export const featureAt = (name: string): number => {
  const at = FEATURE_NAMES.indexOf(name)
  if (at < 0) throw new Error(`no feature is called ${name}`)
  return at
}

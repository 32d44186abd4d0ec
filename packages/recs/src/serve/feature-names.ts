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
  'item.age',
  'item.seen_without_click',
]
export const FEATURE_COUNT = FEATURE_NAMES.length

/** The column of a feature; a name that does not exist is a fault of the code. */
export const featureAt = (name: string): number => {
  const at = FEATURE_NAMES.indexOf(name)
  if (at < 0) throw new Error(`no feature is called ${name}`)
  return at
}

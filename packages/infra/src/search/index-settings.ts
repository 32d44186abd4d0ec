import type { Settings } from 'meilisearch'

// Words of cloth, colour and cut. What else a garment is called stands in its document (core's GARMENT_WORDS).
const SYNONYM_GROUPS: readonly (readonly string[])[] = [
  ['jumper', 'sweater', 'pullover'],
  ['trousers', 'pants'],
  ['roll-neck', 'turtleneck', 'polo neck'],
  ['navy', 'dark blue'],
  ['grey', 'gray'],
  ['beige', 'tan'],
  ['crew', 'round neck'],
  ['melton', 'boiled wool'],
  ['waxed', 'oilskin'],
]

const synonyms = (): Record<string, string[]> =>
  Object.fromEntries(
    SYNONYM_GROUPS.flatMap((group) => group.map((word) => [word, group.filter((other) => other !== word)])),
  )

/** Everything the index is told. Searchable fields stand in order of weight. */
export const INDEX_SETTINGS: Settings = {
  searchableAttributes: ['title', 'brand', 'garment_names', 'colour_names', 'details', 'category_name', 'description'],
  filterableAttributes: [
    'department',
    'category',
    'garment',
    'brand_slug',
    'brand_facet',
    'material',
    'collections',
    'sizes',
    'colours',
    'colour_sizes',
    'buyable',
    'buyable_sizes',
    'buyable_colours',
    'buyable_colour_sizes',
    'price_minor',
  ],
  sortableAttributes: ['price_minor', 'published_at', 'popularity'],
  // A chosen sort is meant: it goes before relevance. Without one, popularity decides between equals.
  rankingRules: ['sort', 'words', 'typo', 'proximity', 'attribute', 'exactness', 'popularity:desc'],
  synonyms: synonyms(),
  typoTolerance: { enabled: true, minWordSizeForTypos: { oneTypo: 4, twoTypos: 8 }, disableOnNumbers: true },
  // Every pair of colour family and size, and every price, fits.
  faceting: { maxValuesPerFacet: 3_000 },
  pagination: { maxTotalHits: 1_000_000 },
  // Nobody searches within facet values: leaving it out makes patches cheaper.
  facetSearch: false,
}

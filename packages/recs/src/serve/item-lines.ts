import type { CatalogueTable } from './catalogue-table'
import { TASTE_FACETS } from './feature-names'

/**
 * What a line holds: its head, then for each facet of taste the product's first term, then further ones. How many those
 * are stands in MORE, with the seasons that the product is worn in: see `furtherOf` and `seasonsOf`.
 */
export const [CATEGORY, TREND, AGE_DAYS, DISCOUNT, MARGIN, DEMAND, MORE, FIRST] = [0, 1, 2, 3, 4, 5, 6, 7]
const FACETS = TASTE_FACETS.length
/** Further terms, each with the column of its facet in one number (see `termOf` and `columnOf`). */
export const FURTHER = FIRST + FACETS
/** Lines begin at multiples of so many numbers: half a line of the processor's memory. */
const STEP = 8
/** Columns that a further term's number has room for. */
const COLUMNS = 8

/** Further terms that a line counts at most, and the place of the seasons above them. */
const SEASONS_FROM = 8
export const furtherOf = (more: number): number => more & (2 ** SEASONS_FROM - 1)
export const seasonsOf = (more: number): number => more >>> SEASONS_FROM

export const termOf = (packed: number): number => packed >>> 3
export const columnOf = (packed: number): number => packed & (COLUMNS - 1)

/**
 * What filters and features read of the catalogue, product by product: candidates stand anywhere in it, and what is side
 * by side is fetched at once where columns of their own would be waited for one by one.
 */
export type ItemLines = {
  readonly values: Float32Array
  /** The same memory, for what stands in it as whole numbers: MORE and the terms. */
  readonly words: Int32Array
  /** The line of the product at place `i` begins at `i * width`. */
  readonly width: number
  /** When the newest product was published; AGE_DAYS are counted back from there. Epoch milliseconds. */
  readonly newestMs: number
}

export const DAY_MS = 86_400_000

export function createItemLines(table: Omit<CatalogueTable, 'lines'>): ItemLines {
  const { size } = table
  if (FACETS > COLUMNS) throw new RangeError(`room for ${COLUMNS} facets of taste`)
  const newestMs = table.publishedAtMs.reduce((newest, at) => Math.max(newest, at), 0)
  const tastes = tastesOf(table)
  const most = tastes.reduce((longest, { further }) => Math.max(longest, further.length), 0)
  const width = Math.ceil((FURTHER + most) / STEP) * STEP
  const values = new Float32Array(size * width)
  const words = new Int32Array(values.buffer)
  for (const [place, { first, further }] of tastes.entries()) {
    const head = [
      table.category[place] ?? 0,
      trendShare(table.trend[place] ?? 1),
      (newestMs - (table.publishedAtMs[place] ?? 0)) / DAY_MS,
      bounded(table.discount[place] ?? 0),
      bounded(table.margin[place] ?? 0),
      table.demand[place] ?? 0,
    ]
    values.set(head, place * width)
    const more = further.length | ((table.seasons[place] ?? 0) << SEASONS_FROM)
    words.set([more, ...first, ...further], place * width + MORE)
  }
  return { values, words, width, newestMs }
}

/** What of each product is a matter of taste. Where it has no term of a facet stands the one that nobody feels anything for. */
function tastesOf({ size, terms, termsFrom, facetOfTerm, facets, vocabulary }: Omit<CatalogueTable, 'lines'>) {
  const columnOfFacet = facets.values().map((facet) => TASTE_FACETS.indexOf(facet))
  return Array.from({ length: size }, (_, place) => {
    const first = new Array<number>(FACETS).fill(vocabulary.size)
    const further: number[] = []
    for (const term of terms.subarray(termsFrom[place], termsFrom[place + 1])) {
      const column = columnOfFacet[facetOfTerm[term] ?? 0] ?? -1
      if (column < 0) continue
      if (first[column] === vocabulary.size) first[column] = term
      else further.push(term * COLUMNS + column)
    }
    return { first, further }
  })
}

/** 0 for what is wanted as before, 1 for what is wanted four times as much, -1 for a quarter. */
const trendShare = (trend: number): number => bounded(Math.log2(Math.max(trend, 0.25)) / 2)

/** Between -1 and 1, as every feature is; 0 for what is no number. */
export const bounded = (value: number): number => (value >= -1 ? Math.min(value, 1) : value < -1 ? -1 : 0)

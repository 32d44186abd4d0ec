import type { CatalogueTable } from './catalogue-table'
import { TASTE_FACETS } from './feature-names'

/**
 * What a line holds: its head, then the product's terms that are a matter of taste, each with the column of its facet in
 * one number (see `termOf` and `columnOf`).
 */
export const [CATEGORY, DEPARTMENT, AGE_DAYS, DISCOUNT, DEMAND, TERMS, LINE_HEAD] = [0, 1, 2, 3, 4, 5, 6]
/** Lines begin at multiples of so many numbers: half a line of the processor's memory. */
const STEP = 8
/** Columns that a term's number has room for; with terms of 16 bits a float holds both exactly. */
const COLUMNS = 8

export const termOf = (packed: number): number => packed >>> 3
export const columnOf = (packed: number): number => packed & (COLUMNS - 1)

/**
 * What filters and features read of the catalogue, product by product: candidates stand anywhere in it, and what is side
 * by side is fetched at once where columns of their own would be waited for one by one.
 */
export type ItemLines = {
  readonly values: Float32Array
  /** The line of the product at place `i` begins at `i * width`. */
  readonly width: number
  /** When the newest product was published; AGE_DAYS are counted back from there. Epoch milliseconds. */
  readonly newestMs: number
}

export const DAY_MS = 86_400_000

export function createItemLines(table: Omit<CatalogueTable, 'lines'>): ItemLines {
  const { size, terms, termsFrom, facetOfTerm } = table
  if (TASTE_FACETS.length > COLUMNS) throw new RangeError(`room for ${COLUMNS} facets of taste`)
  const columnOfFacet = table.facets.values().map((facet) => TASTE_FACETS.indexOf(facet))
  const newestMs = table.publishedAtMs.reduce((newest, at) => Math.max(newest, at), 0)
  const tastes = Array.from({ length: size }, (_, place) => {
    const own: number[] = []
    for (const term of terms.subarray(termsFrom[place], termsFrom[place + 1])) {
      const column = columnOfFacet[facetOfTerm[term] ?? 0] ?? -1
      if (column >= 0) own.push(term * COLUMNS + column)
    }
    return own
  })
  const most = tastes.reduce((longest, { length }) => Math.max(longest, length), 0)
  const width = Math.ceil((LINE_HEAD + most) / STEP) * STEP
  const values = new Float32Array(size * width)
  for (const [place, taste] of tastes.entries()) {
    const head = [
      table.category[place] ?? 0,
      table.department[place] ?? 0,
      (newestMs - (table.publishedAtMs[place] ?? 0)) / DAY_MS,
      bounded(table.discount[place] ?? 0),
      table.demand[place] ?? 0,
      taste.length,
    ]
    values.set([...head, ...taste], place * width)
  }
  return { values, width, newestMs }
}

/** Between -1 and 1, as every feature is; 0 for what is no number. */
export const bounded = (value: number): number => (value >= -1 ? Math.min(value, 1) : value < -1 ? -1 : 0)

import type { CatalogueTable } from './catalogue-table'
import { TASTE_FACETS } from './feature-names'

/**
 * What a line holds: its head, then for each term of the product that is a matter of taste the term and the column of
 * its facet, from 0.
 */
export const [CATEGORY, AGE_DAYS, DISCOUNT, DEMAND, TERMS, LINE_HEAD] = [0, 1, 2, 3, 4, 5]
export const PER_TERM = 2

/**
 * What features read of the catalogue, product by product: candidates stand anywhere in it, and what is side by side is
 * fetched at once where columns of their own would be waited for one by one.
 */
export type ItemLines = {
  readonly values: Float32Array
  /** Where the line of the product at a place begins. */
  readonly begins: Int32Array
  /** When the newest product was published; AGE_DAYS are counted back from there. Epoch milliseconds. */
  readonly newestMs: number
}

export const DAY_MS = 86_400_000

export function createItemLines(table: Omit<CatalogueTable, 'lines'>): ItemLines {
  const { size, terms, termsFrom, facetOfTerm } = table
  const columnOfFacet = table.facets.values().map((facet) => TASTE_FACETS.indexOf(facet))
  const begins = new Int32Array(size + 1)
  const values: number[] = []
  const newestMs = table.publishedAtMs.reduce((newest, at) => Math.max(newest, at), 0)
  for (let place = 0; place < size; place++) {
    const own: number[] = []
    for (const term of terms.subarray(termsFrom[place], termsFrom[place + 1])) {
      const column = columnOfFacet[facetOfTerm[term] ?? 0] ?? -1
      if (column >= 0) own.push(term, column)
    }
    values.push(
      table.category[place] ?? 0,
      (newestMs - (table.publishedAtMs[place] ?? 0)) / DAY_MS,
      bounded(table.discount[place] ?? 0),
      table.demand[place] ?? 0,
      own.length / PER_TERM,
      ...own,
    )
    begins[place + 1] = values.length
  }
  return { values: Float32Array.from(values), begins, newestMs }
}

/** Between -1 and 1, as every feature is; 0 for what is no number. */
export const bounded = (value: number): number => (value >= -1 ? Math.min(value, 1) : value < -1 ? -1 : 0)

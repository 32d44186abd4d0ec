import type { CatalogueTable } from './catalogue-table'
import { ALL_YEAR, SEASON_COUNT } from './season'

/** Orders of the catalogue that are the same for everybody, made once per table. */
export type Shelves = {
  /** All places, most demanded first. */
  readonly popular: Int32Array
  /** The same within each category and each department, by code. */
  readonly popularInCategory: readonly Int32Array[]
  readonly popularInDepartment: readonly Int32Array[]
  /** Most demanded products of a term, by term code. */
  readonly popularWithTerm: readonly Int32Array[]
  /** What is bought most where parcels go to, by country; only countries of which enough is known. */
  readonly popularInCountry: ReadonlyMap<string, Int32Array>
  /** Most demanded of what is worn in a season and not all the year, by season. */
  readonly popularInSeason: readonly Int32Array[]
  /** What is wanted notably more than before, most first. */
  readonly rising: Int32Array
  /** Newest first. */
  readonly newest: Int32Array
  /** Collections in the house's order, with what each holds. */
  readonly editorial: readonly { readonly slug: string; readonly places: Int32Array }[]
}

// Deep enough that a source finds its quota after what is sold out and not in the size fell away.
const SHELF_DEPTH = 240

/** Wanted so many times as much as the weeks before let expect, a product rises. */
export const RISING_FROM = 1.5

/**
 * `collections` in the order the house shows them, `wantedIn` what is bought most by country; what the table does not know
 * is left out.
 */
export function buildShelves(
  table: CatalogueTable,
  collections: readonly string[],
  wantedIn: ReadonlyMap<string, readonly number[]> = new Map(),
): Shelves {
  const popular = sortedPlaces(table.size, (a, b) => at(table.popularity, b) - at(table.popularity, a) || a - b)
  const newest = sortedPlaces(table.size, (a, b) => at(table.publishedAtMs, b) - at(table.publishedAtMs, a) || a - b)
  const byCategory = lists(table.categories.size)
  const byDepartment = lists(table.departments.size)
  const byTerm = lists(table.vocabulary.size)
  const bySeason = lists(SEASON_COUNT)
  for (const place of popular) {
    put(byCategory, at(table.category, place), place)
    put(byDepartment, at(table.department, place), place)
    for (let t = at(table.termsFrom, place); t < at(table.termsFrom, place + 1); t++) {
      put(byTerm, at(table.terms, t), place)
    }
    const seasons = at(table.seasons, place)
    for (let s = 0; s < SEASON_COUNT && seasons !== ALL_YEAR; s++) if ((seasons >> s) & 1) put(bySeason, s, place)
  }
  return {
    popular: popular.slice(0, SHELF_DEPTH * 4),
    newest: newest.slice(0, SHELF_DEPTH * 4),
    popularInCategory: byCategory.map((list) => Int32Array.from(list)),
    popularInDepartment: byDepartment.map((list) => Int32Array.from(list)),
    popularWithTerm: byTerm.map((list) => Int32Array.from(list)),
    popularInCountry: new Map([...wantedIn].map(([country, ids]) => [country, knownPlaces(table, ids)])),
    popularInSeason: bySeason.map((list) => Int32Array.from(list)),
    rising: popular
      .filter((place) => at(table.trend, place) >= RISING_FROM)
      .sort((a, b) => at(table.trend, b) - at(table.trend, a) || at(table.popularity, b) - at(table.popularity, a))
      .slice(0, SHELF_DEPTH),
    editorial: collections.flatMap((slug) => {
      const places = table.collections.get(slug)
      return places === undefined ? [] : [{ slug, places }]
    }),
  }
}

const knownPlaces = (table: CatalogueTable, ids: readonly number[]): Int32Array =>
  Int32Array.from(ids.map((id) => table.placeOf(id)).filter((place) => place >= 0))

const at = (array: ArrayLike<number>, place: number): number => array[place] ?? 0
const lists = (size: number): number[][] => Array.from({ length: size }, () => [])
const put = (shelves: number[][], code: number, place: number): void => {
  const shelf = shelves[code]
  if (shelf !== undefined && shelf.length < SHELF_DEPTH) shelf.push(place)
}

function sortedPlaces(size: number, compare: (a: number, b: number) => number): Int32Array {
  return Int32Array.from({ length: size }, (_, place) => place).sort(compare)
}

import type { CatalogueTable } from './catalogue-table'

/** Orders of the catalogue that are the same for everybody, made once per table. */
export type Shelves = {
  /** All places, most demanded first. */
  readonly popular: Int32Array
  /** The same within each category and each department, by code. */
  readonly popularInCategory: readonly Int32Array[]
  readonly popularInDepartment: readonly Int32Array[]
  /** Most demanded products of a term, by term code. */
  readonly popularWithTerm: readonly Int32Array[]
  /** Newest first. */
  readonly newest: Int32Array
  /** Collections in the house's order, with what each holds. */
  readonly editorial: readonly { readonly slug: string; readonly places: Int32Array }[]
}

// Deep enough that a source finds its quota after what is sold out and not in the size fell away.
const SHELF_DEPTH = 240

/** `collections` in the order the house shows them; those the table does not know are left out. */
export function buildShelves(table: CatalogueTable, collections: readonly string[]): Shelves {
  const popular = sortedPlaces(table.size, (a, b) => at(table.popularity, b) - at(table.popularity, a) || a - b)
  const newest = sortedPlaces(table.size, (a, b) => at(table.publishedAtMs, b) - at(table.publishedAtMs, a) || a - b)
  const byCategory = lists(table.categories.size)
  const byDepartment = lists(table.departments.size)
  const byTerm = lists(table.vocabulary.size)
  for (const place of popular) {
    put(byCategory, at(table.category, place), place)
    put(byDepartment, at(table.department, place), place)
    for (let t = at(table.termsFrom, place); t < at(table.termsFrom, place + 1); t++) {
      put(byTerm, at(table.terms, t), place)
    }
  }
  return {
    popular: popular.slice(0, SHELF_DEPTH * 4),
    newest: newest.slice(0, SHELF_DEPTH * 4),
    popularInCategory: byCategory.map((list) => Int32Array.from(list)),
    popularInDepartment: byDepartment.map((list) => Int32Array.from(list)),
    popularWithTerm: byTerm.map((list) => Int32Array.from(list)),
    editorial: collections.flatMap((slug) => {
      const places = table.collections.get(slug)
      return places === undefined ? [] : [{ slug, places }]
    }),
  }
}

const at = (array: ArrayLike<number>, place: number): number => array[place] ?? 0
const lists = (size: number): number[][] => Array.from({ length: size }, () => [])
const put = (shelves: number[][], code: number, place: number): void => {
  const shelf = shelves[code]
  if (shelf !== undefined && shelf.length < SHELF_DEPTH) shelf.push(place)
}

function sortedPlaces(size: number, compare: (a: number, b: number) => number): Int32Array {
  return Int32Array.from({ length: size }, (_, place) => place).sort(compare)
}

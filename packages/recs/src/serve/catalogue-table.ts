import { buildContentVectors, type ContentVectors } from './content-vectors'
import { createItemLines, type ItemLines } from './item-lines'
import { createPlaceIndex, type PlaceOf } from './place-index'
import { seasonBitsOf } from './season'
import type { ServedProduct } from './served-product'
import { createVocabulary, type Vocabulary } from './vocabulary'

/**
 * The catalogue in columns, one place per product in ascending order of id. Everything a ranking reads stands here or
 * in the stock bits beside it, so that an answer touches typed arrays alone. Immutable: a change of the catalogue makes
 * another table.
 */
export type CatalogueTable = {
  readonly size: number
  /** Product ids, ascending. */
  readonly ids: Int32Array
  readonly placeOf: PlaceOf
  readonly category: Uint16Array
  readonly department: Uint16Array
  readonly brand: Uint16Array
  readonly categories: Vocabulary
  readonly departments: Vocabulary
  readonly brands: Vocabulary
  readonly priceMinor: Int32Array
  /** Share taken off the former price, 0 to 1. */
  readonly discount: Float32Array
  /** Share of the price that stays with the shop; the mean of those that are known where the cost is not. */
  readonly margin: Float32Array
  readonly popularity: Float32Array
  /** The logarithm of popularity, from 0 (a millionth of all demand or less) to 1. */
  readonly demand: Float32Array
  /** Wanted of late for once before; 1 where nothing is known. */
  readonly trend: Float32Array
  /** Seasons it is worn in, a bit each; none where nobody said. */
  readonly seasons: Uint8Array
  readonly publishedAtMs: Float64Array
  /** One bit per country of `countries` in which it may not be sold. */
  readonly notSoldIn: Uint32Array
  readonly countries: Vocabulary
  /** Terms of the product at place `i`: `terms[termsFrom[i] .. termsFrom[i + 1]]`. */
  readonly terms: Uint16Array
  readonly termsFrom: Int32Array
  readonly vocabulary: Vocabulary
  /** Facet of a term, by its code. */
  readonly facetOfTerm: Uint8Array
  readonly facets: Vocabulary
  /** Places by collection, in the collection's order. */
  readonly collections: ReadonlyMap<string, Int32Array>
  readonly content: ContentVectors
  /** What features read of all this, product by product. */
  readonly lines: ItemLines
  readonly variants: VariantTable
}

/** Variants of the product at place `i`: `[from[i], from[i + 1])`. */
export type VariantTable = {
  readonly from: Int32Array
  readonly skus: readonly string[]
  readonly bySku: ReadonlyMap<string, number>
  readonly productPlace: Int32Array
  readonly sizeCode: Uint16Array
  readonly sizes: Vocabulary
}

/** Lays the products out in columns. Product ids are distinct. */
export function buildCatalogueTable(products: readonly ServedProduct[]): CatalogueTable {
  const rows = [...products].sort((a, b) => a.productId - b.productId)
  const [categories, departments, brands] = [createVocabulary(), createVocabulary(), createVocabulary()]
  const ids = Int32Array.from(rows, (row) => row.productId)
  const columns = {
    size: rows.length,
    ids,
    placeOf: createPlaceIndex(ids),
    category: Uint16Array.from(rows, (row) => categories.code(row.category)),
    department: Uint16Array.from(rows, (row) => departments.code(row.department)),
    brand: Uint16Array.from(rows, (row) => brands.code(row.brand)),
    categories,
    departments,
    brands,
    priceMinor: Int32Array.from(rows, (row) => row.priceMinor),
    discount: Float32Array.from(rows, discountOf),
    margin: marginsOf(rows),
    popularity: Float32Array.from(rows, (row) => row.popularity),
    // Demand shares of a Zipf law span several powers of ten.
    demand: Float32Array.from(rows, (row) => Math.min(1, 1 + Math.log10(Math.max(1e-6, row.popularity)) / 6)),
    trend: Float32Array.from(rows, (row) => row.trend),
    seasons: Uint8Array.from(rows, (row) => seasonBitsOf(row.seasons)),
    publishedAtMs: Float64Array.from(rows, (row) => row.publishedAtMs),
    ...countryColumns(rows),
    ...termColumns(rows),
    collections: collectionPlaces(rows),
    content: buildContentVectors(rows.map((row) => [...row.terms, ...row.words])),
    variants: variantTable(rows),
  }
  return { ...columns, lines: createItemLines(columns) }
}

function discountOf({ priceMinor, compareAtMinor }: ServedProduct): number {
  if (compareAtMinor === undefined || compareAtMinor <= priceMinor || compareAtMinor <= 0) return 0
  return 1 - priceMinor / compareAtMinor
}

/** Of a piece whose cost nobody told the ranking is to think neither well nor ill. */
function marginsOf(rows: readonly ServedProduct[]): Float32Array {
  const known = rows.flatMap(({ margin }) => (margin === undefined ? [] : [margin]))
  const mean = known.length === 0 ? 0 : known.reduce((sum, margin) => sum + margin, 0) / known.length
  return Float32Array.from(rows, ({ margin }) => margin ?? mean)
}

const COUNTRIES_MAX = 32

function countryColumns(rows: readonly ServedProduct[]) {
  const countries = createVocabulary()
  for (const { notSoldIn } of rows) for (const country of notSoldIn) countries.code(country)
  if (countries.size > COUNTRIES_MAX) throw new RangeError(`room for ${COUNTRIES_MAX} countries`)
  const bitsOf = ({ notSoldIn }: ServedProduct): number =>
    notSoldIn.reduce((bits, country) => bits | (1 << countries.code(country)), 0)
  return { countries, notSoldIn: Uint32Array.from(rows, bitsOf) }
}

function termColumns(rows: readonly ServedProduct[]) {
  const vocabulary = createVocabulary()
  const facets = createVocabulary()
  const termsFrom = new Int32Array(rows.length + 1)
  const codes: number[] = []
  for (const [place, row] of rows.entries()) {
    for (const term of new Set(row.terms)) codes.push(vocabulary.code(term))
    termsFrom[place + 1] = codes.length
  }
  const facetOfTerm = Uint8Array.from(vocabulary.values(), (term) => facets.code(term.slice(0, term.indexOf(':'))))
  return { vocabulary, facets, facetOfTerm, termsFrom, terms: Uint16Array.from(codes) }
}

function collectionPlaces(rows: readonly ServedProduct[]): ReadonlyMap<string, Int32Array> {
  const places = new Map<string, number[]>()
  for (const [place, row] of rows.entries()) {
    for (const slug of row.collections) places.set(slug, [...(places.get(slug) ?? []), place])
  }
  return new Map([...places].map(([slug, found]) => [slug, Int32Array.from(found)]))
}

function variantTable(rows: readonly ServedProduct[]): VariantTable {
  const sizes = createVocabulary()
  const from = new Int32Array(rows.length + 1)
  const [skus, sizeCodes, productPlaces]: [string[], number[], number[]] = [[], [], []]
  for (const [place, row] of rows.entries()) {
    for (const { sku, size } of row.variants) {
      skus.push(sku)
      sizeCodes.push(sizes.code(size))
      productPlaces.push(place)
    }
    from[place + 1] = skus.length
  }
  return {
    from,
    skus,
    bySku: new Map(skus.map((sku, place) => [sku, place])),
    productPlace: Int32Array.from(productPlaces),
    sizeCode: Uint16Array.from(sizeCodes),
    sizes,
  }
}

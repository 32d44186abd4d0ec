import type { CatalogueTable } from './catalogue-table'
import type { CodedShopper } from './coded-shopper'
import type { StockBits } from './stock-bits'

/** Why a product cannot be recommended to this shopper now. */
export const FILTERS = [
  'sold-out',
  'not-in-your-size',
  'not-yet-published',
  'excluded-by-rule',
  'not-for-me',
  'just-bought',
  'already-there',
  'outside-the-placement',
] as const
export type FilterName = (typeof FILTERS)[number]

export type EligibilityRequest = {
  readonly table: CatalogueTable
  readonly bits: StockBits
  readonly shopper: CodedShopper
  readonly nowMs: number
  /** 1 for products that a merchandising rule excludes here. */
  readonly excluded: Uint8Array
  /** Places that stand on the page already, the anchor among them. */
  readonly present: ReadonlySet<number>
  /** Category codes the placement is about; all when absent. */
  readonly categories?: ReadonlySet<number>
  /** Department codes that suit; all when absent. */
  readonly departments?: ReadonlySet<number>
}

/** Asks once per product whether it may be shown; the answer is undefined when it may. Stock is asked for first. */
export function createEligibility(request: EligibilityRequest): (place: number) => FilterName | undefined {
  const { table, bits, shopper, nowMs, excluded, present, categories, departments } = request
  const { disliked, bought } = shopper.shopper
  return (place) => {
    if (bits.units(place) <= 0) return 'sold-out'
    const wanted = shopper.sizeMasks[table.category[place] ?? 0]
    if (wanted !== undefined && !bits.hasAny(place, wanted)) return 'not-in-your-size'
    if ((table.publishedAtMs[place] ?? 0) > nowMs) return 'not-yet-published'
    if (excluded[place] === 1) return 'excluded-by-rule'
    const productId = table.ids[place] ?? -1
    if (disliked.has(productId)) return 'not-for-me'
    if (bought.has(productId)) return 'just-bought'
    if (present.has(place)) return 'already-there'
    if (categories !== undefined && !categories.has(table.category[place] ?? -1)) return 'outside-the-placement'
    if (departments !== undefined && !departments.has(table.department[place] ?? -1)) return 'outside-the-placement'
    return undefined
  }
}

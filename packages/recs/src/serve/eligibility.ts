import type { CatalogueTable } from './catalogue-table'
import type { CodedShopper } from './coded-shopper'
import { dayNumber } from './day-number'
import { looked } from './look-ahead'
import { isBuyable, promisedOn } from './promised'
import type { StockBits } from './stock-bits'

/** Why a product cannot be recommended to this shopper now. */
export const FILTERS = [
  'sold-out',
  'not-sold-in-your-country',
  'not-in-your-size',
  'only-later',
  'not-yet-published',
  'excluded-by-rule',
  'not-for-me',
  'just-bought',
  'already-there',
  'outside-the-placement',
] as const
export type FilterName = (typeof FILTERS)[number]

export type EligibilityRequest = {
  readonly bits: StockBits
  readonly shopper: CodedShopper
  readonly nowMs: number
  /** The last day, by its number, by which a product may be promised that cannot be bought now; 0 where none may. */
  readonly promisedUntil: number
  /** 1 for products that a merchandising rule excludes here. */
  readonly excluded: Uint8Array
  /** Places that stand on the page already, the anchor among them. */
  readonly present: readonly number[]
  /** Category codes the placement is about; all when absent. */
  readonly categories?: ReadonlySet<number>
  /** Department codes that suit; all when absent. */
  readonly departments?: ReadonlySet<number>
}

/** Judges one shopper's products, each by itself. */
export type Eligibility = {
  /** From here on products are judged for this request. */
  begin(request: EligibilityRequest): void
  /** -1 where the product may be shown, else which of FILTERS it falls to. Stock is asked for first. */
  refusal(place: number): number
  /**
   * Looks at what judging so many places is going to look at. One after another each would be waited for; side by side,
   * with nothing that hangs on them, they come together: memory is most of what judging costs.
   */
  fetch(places: Int32Array, length: number): void
}

const at = (name: FilterName): number => FILTERS.indexOf(name)
const [SOLD_OUT, NOT_SOLD_THERE, NOT_IN_SIZE, ONLY_LATER, NOT_YET, EXCLUDED] = [
  at('sold-out'),
  at('not-sold-in-your-country'),
  at('not-in-your-size'),
  at('only-later'),
  at('not-yet-published'),
  at('excluded-by-rule'),
]
const [NOT_FOR_ME, JUST_BOUGHT, THERE, OUTSIDE] = [
  at('not-for-me'),
  at('just-bought'),
  at('already-there'),
  at('outside-the-placement'),
]

/** A mark holds the number of the request and, in its lower bits, the filter. */
const FILTER_BITS = 4
const STAMP_MAX = 2 ** (31 - FILTER_BITS) - 1

/**
 * Made once per engine. What only a few products are (disliked, bought, on the page) is marked by place with the number
 * of the request, so that beginning anew costs those few and judging costs a look at a few arrays.
 */
export function createEligibility(table: CatalogueTable): Eligibility {
  // Columns, not lines: of what is judged half is refused, and two columns of short numbers stay near where lines do not.
  const {
    size,
    category: categoryOf,
    department: departmentOf,
    categories,
    departments,
    publishedAtMs,
    placeOf,
    notSoldIn,
    countries,
  } = table
  const { newestMs } = table.lines
  const marks = new Int32Array(size)
  const isCategory = new Uint8Array(categories.size)
  const isDepartment = new Uint8Array(departments.size)
  let stamp = 0
  let request: EligibilityRequest | undefined
  let isAllOut = false
  /** The bit of where parcels go; none where all may be sold, or nobody knows where. */
  let there = 0
  let today = 0
  /** Of a product that cannot be bought: whether it may be promised in time, else what it falls to; -1 where it may. */
  const unmet = (
    place: number,
    wanted: Int32Array | undefined,
    { bits, promisedUntil }: EligibilityRequest,
  ): number => {
    const day = bits.hasPromise(place) ? promisedOn({ table, bits }, place, wanted, today) : 0
    if (day > 0) return day <= promisedUntil ? -1 : ONLY_LATER
    return bits.units(place) <= 0 ? SOLD_OUT : NOT_IN_SIZE
  }
  const mark = (place: number, filter: number): void => {
    if (place < 0) return
    const before = marks[place] ?? 0
    // Of several the first filter counts, as they are asked in order.
    const isMarked = before >> FILTER_BITS === stamp
    if (!isMarked || filter < (before & (2 ** FILTER_BITS - 1))) marks[place] = (stamp << FILTER_BITS) | filter
  }
  return {
    begin: (next) => {
      request = next
      isAllOut = next.nowMs >= newestMs
      today = dayNumber(next.nowMs)
      const { country } = next.shopper.shopper
      const code = country === undefined ? -1 : countries.find(country)
      there = code < 0 ? 0 : 1 << code
      stamp++
      if (stamp > STAMP_MAX) {
        marks.fill(0)
        stamp = 1
      }
      for (const id of next.shopper.shopper.disliked) mark(placeOf(id), NOT_FOR_ME)
      for (const id of next.shopper.shopper.bought) mark(placeOf(id), JUST_BOUGHT)
      for (const place of next.present) mark(place, THERE)
      suit(isCategory, next.categories)
      suit(isDepartment, next.departments)
    },
    refusal: (place) => {
      if (request === undefined) throw new Error('no request has begun')
      const { bits, shopper, nowMs, excluded } = request
      if (bits.units(place) <= 0 && !bits.hasPromise(place)) return SOLD_OUT
      if (there !== 0 && ((notSoldIn[place] ?? 0) & there) !== 0) return NOT_SOLD_THERE
      const category = categoryOf[place] ?? 0
      const wanted = shopper.sizeMasks[category]
      if (!isBuyable(bits, place, wanted)) {
        const filter = unmet(place, wanted, request)
        if (filter >= 0) return filter
      }
      if (!isAllOut && (publishedAtMs[place] ?? 0) > nowMs) return NOT_YET
      if (excluded[place] === 1) return EXCLUDED
      const told = marks[place] ?? 0
      if (told >> FILTER_BITS === stamp) return told & (2 ** FILTER_BITS - 1)
      if (isCategory[category] !== 1 || isDepartment[departmentOf[place] ?? 0] !== 1) return OUTSIDE
      return -1
    },
    fetch: (places, length) => {
      if (request === undefined) throw new Error('no request has begun')
      const { bits, excluded } = request
      let sum = 0
      for (let at = 0; at < length; at++) {
        const place = places[at] ?? 0
        sum += bits.units(place) + (categoryOf[place] ?? 0) + (departmentOf[place] ?? 0)
        sum += (marks[place] ?? 0) + (excluded[place] ?? 0)
      }
      looked(sum)
    },
  }
}

/** 1 for the codes that suit; all of them when nothing is asked for. */
function suit(flags: Uint8Array, codes: ReadonlySet<number> | undefined): void {
  flags.fill(codes === undefined ? 1 : 0)
  if (codes) for (const code of codes) if (code >= 0) flags[code] = 1
}

import type { PromiseKind } from '@selvedge/core'
import type { CatalogueTable } from './catalogue-table'

/**
 * What can be bought now, product by product and size by size, and what of supply to come may be promised. Patched by
 * events one SKU at a time; an answer made after a patch sees it. Versions decide: of two patches for a SKU the older one
 * is dropped whatever their order.
 */
export type StockBits = {
  /** Takes in the availability of one SKU; false when it is unknown here or not newer. */
  patch(stock: Stock): boolean
  /**
   * Takes in by which day the next unit to come of a SKU may be promised; undefined where nobody names one. Whether that is
   * another than was known.
   */
  promise(sku: string, next: NextUnit | undefined): boolean
  /** The next unit to come of a SKU, its day 0 where nobody names one; undefined while none is looked up. */
  nextOf(sku: string): NextUnit | undefined
  /** Forgets which versions were seen, not the stock: what is patched next counts whatever its version. */
  forget(): void
  /** SKUs of which units to come may be promised: all, or those whose day nobody has looked up yet. */
  promisable(which: 'all' | 'undated'): readonly string[]
  /** Units to sell over all variants of the product. */
  units(place: number): number
  /** Share of the product's sizes with a unit in some colour, 0 to 1. */
  share(place: number): number
  /** Sizes of the product with a unit in some colour, and all its sizes. */
  sizes(place: number): { readonly buyable: number; readonly total: number }
  /** A set of sizes by their names; unknown names are left out. */
  maskOf(sizes: readonly string[]): Int32Array
  /** Whether a size, by its code, can be bought; -1 is none. */
  hasSize(place: number, code: number): boolean
  /** Whether a size of the set can be bought. */
  hasAny(place: number, mask: Int32Array): boolean
  /** Whether a size, by its code, can be bought or may be promised by a day. */
  canHave(place: number, code: number): boolean
  /** Whether some variant of the product cannot be bought and may be promised by a day. */
  hasPromise(place: number): boolean
  /** Units of a variant, by its place in the table of variants. */
  unitsOf(variant: number): number
  /** The day, by its number, by which a variant may be promised that cannot be bought; 0 for none. */
  promisedBy(variant: number): number
  kindOf(variant: number): PromiseKind
}

type Stock = {
  readonly sku: string
  readonly version: number
  readonly available: number
  readonly future?: number | undefined
}
export type NextUnit = { readonly day: number; readonly kind: PromiseKind }

/** What stands side by side of a product: units, the share of its sizes, promises, then the set of sizes with a unit. */
const [UNITS, SHARE, PROMISES, BUYABLE] = [0, 1, 2, 3]
/** In the place of a day: nobody has looked it up. */
const UNDATED = -1

/** Nothing is in stock until a patch says so. */
export function createStockBits({ size, variants }: CatalogueTable): StockBits {
  const words = Math.max(1, Math.ceil(variants.sizes.size / 32))
  const width = BUYABLE + words
  const live = new Int32Array(size * width)
  const shares = new Float32Array(live.buffer)
  const all = new Int32Array(size * words)
  const available = new Int32Array(variants.skus.length)
  const versions = new Float64Array(variants.skus.length).fill(-1)
  const days = new Int32Array(variants.skus.length).fill(UNDATED)
  const preorders = new Uint8Array(variants.skus.length)
  /** Variants with units to come that may be promised: few of all. */
  const ahead = new Set<number>()
  for (const [at, place] of variants.productPlace.entries()) setBit(all, place * words, variants.sizeCode[at] ?? 0)

  const promisedBy = (at: number): number =>
    (available[at] ?? 0) > 0 || !ahead.has(at) ? 0 : Math.max(0, days[at] ?? UNDATED)
  const recount = (place: number): void => {
    const from = variants.from[place] ?? 0
    const to = variants.from[place + 1] ?? from
    const line = place * width
    live.fill(0, line + BUYABLE, line + width)
    let [units, promises] = [0, 0]
    for (let at = from; at < to; at++) {
      const here = available[at] ?? 0
      units += here
      if (here > 0) setBit(live, line + BUYABLE, variants.sizeCode[at] ?? 0)
      if (promisedBy(at) > 0) promises++
    }
    live[line + UNITS] = units
    live[line + PROMISES] = promises
    shares[line + SHARE] = count(live, line + BUYABLE, words) / Math.max(1, count(all, place * words, words))
  }
  /** Once nothing of it may be promised the day that was known is nobody's word any more. */
  const setFuture = (at: number, units: number): void => {
    if (units > 0) ahead.add(at)
    else if (ahead.delete(at)) days[at] = UNDATED
  }

  const kindOf = (at: number): PromiseKind => (preorders[at] === 1 ? 'preorder' : 'backorder')
  const hasSize = (place: number, code: number): boolean =>
    code >= 0 && (((live[place * width + BUYABLE + (code >>> 5)] ?? 0) >>> (code & 31)) & 1) === 1
  const hasPromise = (place: number): boolean => (live[place * width + PROMISES] ?? 0) > 0
  const isPromised = (place: number, code: number): boolean => {
    const to = variants.from[place + 1] ?? 0
    for (let at = variants.from[place] ?? 0; at < to; at++) {
      if (variants.sizeCode[at] === code && promisedBy(at) > 0) return true
    }
    return false
  }

  return {
    patch: ({ sku, version, available: units, future = 0 }) => {
      const at = variants.bySku.get(sku)
      if (at === undefined || version <= (versions[at] ?? -1)) return false
      versions[at] = version
      available[at] = Math.max(0, units)
      setFuture(at, future)
      recount(variants.productPlace[at] ?? 0)
      return true
    },
    promise: (sku, next) => {
      const at = variants.bySku.get(sku)
      // What was promised away while its day was looked up is looked up again when there is more of it.
      if (at === undefined || !ahead.has(at)) return false
      const [day, preorder] = [next?.day ?? 0, next?.kind === 'preorder' ? 1 : 0]
      if (days[at] === day && preorders[at] === preorder) return false
      days[at] = day
      preorders[at] = preorder
      recount(variants.productPlace[at] ?? 0)
      return true
    },
    nextOf: (sku) => {
      const at = variants.bySku.get(sku) ?? -1
      const day = days[at] ?? UNDATED
      return day === UNDATED ? undefined : { day, kind: kindOf(at) }
    },
    forget: () => void versions.fill(-1),
    promisable: (which) =>
      [...ahead].filter((at) => which === 'all' || days[at] === UNDATED).map((at) => variants.skus[at] ?? ''),
    units: (place) => live[place * width + UNITS] ?? 0,
    share: (place) => shares[place * width + SHARE] ?? 0,
    sizes: (place) => ({
      buyable: count(live, place * width + BUYABLE, words),
      total: count(all, place * words, words),
    }),
    maskOf: (names) => {
      const mask = new Int32Array(words)
      for (const name of names) {
        const code = variants.sizes.find(name)
        if (code >= 0) setBit(mask, 0, code)
      }
      return mask
    },
    hasSize,
    hasAny: (place, mask) => {
      const from = place * width + BUYABLE
      for (let word = 0; word < words; word++) if (((live[from + word] ?? 0) & (mask[word] ?? 0)) !== 0) return true
      return false
    },
    canHave: (place, code) => hasSize(place, code) || (hasPromise(place) && isPromised(place, code)),
    hasPromise,
    unitsOf: (variant) => available[variant] ?? 0,
    promisedBy,
    kindOf,
  }
}

/** Whether a size, by its code, is in a set. */
export const isInMask = (mask: Int32Array, code: number): boolean => (((mask[code >> 5] ?? 0) >> (code & 31)) & 1) === 1

/** Sets the bit of a size in the set that begins at a place of the words. */
function setBit(words: Int32Array, from: number, code: number): void {
  const at = from + (code >>> 5)
  words[at] = (words[at] ?? 0) | (1 << (code & 31))
}

function count(sets: Int32Array, from: number, words: number): number {
  let bits = 0
  for (let word = 0; word < words; word++) {
    for (let rest = sets[from + word] ?? 0; rest !== 0; rest &= rest - 1) bits++
  }
  return bits
}

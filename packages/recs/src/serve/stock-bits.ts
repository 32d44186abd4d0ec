import type { CatalogueTable } from './catalogue-table'

/**
 * What can be bought now, product by product and size by size. Patched by events one SKU at a time; an answer made
 * after a patch sees it. Versions decide: of two patches for a SKU the older one is dropped whatever their order.
 */
export type StockBits = {
  /** Takes in the availability of one SKU; false when it is unknown here or not newer. */
  patch(stock: { readonly sku: string; readonly version: number; readonly available: number }): boolean
  /** Forgets which versions were seen, not the stock: what is patched next counts whatever its version. */
  forget(): void
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
}

/** What stands side by side of a product: units, the share of its sizes, then the set of sizes with a unit. */
const [UNITS, SHARE, BUYABLE] = [0, 1, 2]

/** Nothing is in stock until a patch says so. */
export function createStockBits({ size, variants }: CatalogueTable): StockBits {
  const words = Math.max(1, Math.ceil(variants.sizes.size / 32))
  const width = BUYABLE + words
  const live = new Int32Array(size * width)
  const shares = new Float32Array(live.buffer)
  const all = new Int32Array(size * words)
  const available = new Int32Array(variants.skus.length)
  const versions = new Float64Array(variants.skus.length).fill(-1)
  for (const [at, place] of variants.productPlace.entries()) setBit(all, place * words, variants.sizeCode[at] ?? 0)

  const recount = (place: number): void => {
    const from = variants.from[place] ?? 0
    const to = variants.from[place + 1] ?? from
    const line = place * width
    live.fill(0, line + BUYABLE, line + width)
    let units = 0
    for (let at = from; at < to; at++) {
      const here = available[at] ?? 0
      units += here
      if (here > 0) setBit(live, line + BUYABLE, variants.sizeCode[at] ?? 0)
    }
    live[line + UNITS] = units
    shares[line + SHARE] = count(live, line + BUYABLE, words) / Math.max(1, count(all, place * words, words))
  }

  return {
    patch: (stock) => {
      const at = variants.bySku.get(stock.sku)
      if (at === undefined || stock.version <= (versions[at] ?? -1)) return false
      versions[at] = stock.version
      available[at] = Math.max(0, stock.available)
      recount(variants.productPlace[at] ?? 0)
      return true
    },
    forget: () => void versions.fill(-1),
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
    hasSize: (place, code) =>
      code >= 0 && (((live[place * width + BUYABLE + (code >>> 5)] ?? 0) >>> (code & 31)) & 1) === 1,
    hasAny: (place, mask) => {
      const from = place * width + BUYABLE
      for (let word = 0; word < words; word++) if (((live[from + word] ?? 0) & (mask[word] ?? 0)) !== 0) return true
      return false
    },
  }
}

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

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
  readonly share: Float32Array
  /** Sizes of the product with a unit in some colour, and all its sizes. */
  sizes(place: number): { readonly buyable: number; readonly total: number }
  /** Words a set of sizes takes. */
  readonly words: number
  /** Sets of sizes with a unit, `words` numbers per product. */
  readonly buyable: Uint32Array
  /** A set of sizes by their names; unknown names are left out. */
  maskOf(sizes: readonly string[]): Uint32Array
  /** Whether a size, by its code, can be bought; -1 is none. */
  hasSize(place: number, code: number): boolean
  /** Whether a size of the set can be bought. */
  hasAny(place: number, mask: Uint32Array): boolean
}

/** Nothing is in stock until a patch says so. */
export function createStockBits({ size, variants }: CatalogueTable): StockBits {
  const words = Math.max(1, Math.ceil(variants.sizes.size / 32))
  const buyable = new Uint32Array(size * words)
  const all = new Uint32Array(size * words)
  const productUnits = new Int32Array(size)
  const share = new Float32Array(size)
  const available = new Int32Array(variants.skus.length)
  const versions = new Float64Array(variants.skus.length).fill(-1)
  for (let at = 0; at < variants.skus.length; at++) setBit(all, variants.productPlace[at], variants.sizeCode[at], words)

  const recount = (place: number): void => {
    const from = variants.from[place] ?? 0
    const to = variants.from[place + 1] ?? from
    buyable.fill(0, place * words, (place + 1) * words)
    let units = 0
    for (let at = from; at < to; at++) {
      const here = available[at] ?? 0
      units += here
      if (here > 0) setBit(buyable, place, variants.sizeCode[at], words)
    }
    productUnits[place] = units
    share[place] = count(buyable, place, words) / Math.max(1, count(all, place, words))
  }

  return {
    words,
    buyable,
    share,
    patch: (stock) => {
      const at = variants.bySku.get(stock.sku)
      if (at === undefined || stock.version <= (versions[at] ?? -1)) return false
      versions[at] = stock.version
      available[at] = Math.max(0, stock.available)
      recount(variants.productPlace[at] ?? 0)
      return true
    },
    forget: () => void versions.fill(-1),
    units: (place) => productUnits[place] ?? 0,
    sizes: (place) => ({ buyable: count(buyable, place, words), total: count(all, place, words) }),
    maskOf: (names) => {
      const mask = new Uint32Array(words)
      for (const name of names) {
        const code = variants.sizes.find(name)
        if (code >= 0) setBit(mask, 0, code, words)
      }
      return mask
    },
    hasSize: (place, code) => code >= 0 && (((buyable[place * words + (code >>> 5)] ?? 0) >>> (code & 31)) & 1) === 1,
    hasAny: (place, mask) => {
      for (let word = 0; word < words; word++) {
        if (((buyable[place * words + word] ?? 0) & (mask[word] ?? 0)) !== 0) return true
      }
      return false
    },
  }
}

function setBit(masks: Uint32Array, place: number | undefined, code: number | undefined, words: number): void {
  const at = (place ?? 0) * words + ((code ?? 0) >>> 5)
  masks[at] = (masks[at] ?? 0) | (1 << ((code ?? 0) & 31))
}

function count(masks: Uint32Array, place: number, words: number): number {
  let bits = 0
  for (let word = 0; word < words; word++) {
    for (let rest = masks[place * words + word] ?? 0; rest !== 0; rest &= rest - 1) bits++
  }
  return bits
}

import type { ShopperView } from '@selvedge/core'
import { buildCatalogueTable } from '../catalogue-table'
import { createDefaultRanker } from '../default-ranker'
import { blankFacts } from '../item-facts'
import { createRandom } from '../random'
import type { EngineState } from '../recommend'
import { placeNeighbours } from '../served-models'
import type { ServedProduct } from '../served-product'
import { buildShelves } from '../shelves'
import { createStockBits } from '../stock-bits'

export const NOW_MS = Date.UTC(2026, 10, 25)
const CATEGORIES = ['tops', 'knitwear', 'bottoms', 'dresses', 'outerwear', 'shoes', 'accessories']
const MATERIALS = ['linen', 'wool', 'cotton', 'denim', 'silk']
const COLOURS = ['blue', 'black', 'white', 'green', 'red', 'brown']
const SIZES = ['XS', 'S', 'M', 'L', 'XL']

/** A catalogue drawn from a seed: `size` products in seven categories, forty brands, six variants each. */
export function drawProducts(size: number, seed: number): readonly ServedProduct[] {
  const random = createRandom(seed)
  const one = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] ?? (list[0] as T)
  return Array.from({ length: size }, (_, n) => {
    const [category, material, colour] = [one(CATEGORIES), one(MATERIALS), one(COLOURS)]
    const brand = `brand-${Math.floor(random() * 40)}`
    const band = Math.floor(random() * 4) + 1
    const terms = [
      `category:${category}`,
      `brand:${brand}`,
      `colour:${colour}`,
      `material:${material}`,
      `style:${category}-${Math.floor(random() * 4)}`,
      `price:${band}`,
    ]
    return {
      productId: n + 1,
      category,
      department: one(['women', 'men', 'unisex']),
      brand,
      priceMinor: band * 4_000,
      compareAtMinor: random() < 0.2 ? band * 5_000 : undefined,
      // Drawn from the number, not from the stream: what else is drawn stays as it was.
      notSoldIn: n % 10 === 9 ? ['FR'] : [],
      margin: n % 7 === 6 ? undefined : 0.35 + (n % 5) / 20,
      popularity: 1 / (n + 10),
      trend: n % 23 === 5 ? 1.5 + (n % 4) / 2 : 1,
      seasons: n % 5 === 0 ? ['spring', 'summer'] : n % 5 === 1 ? ['autumn', 'winter'] : [],
      publishedAtMs: NOW_MS - random() * 400 * 86_400_000,
      terms,
      words: [material, one(['marlow', 'teal', 'harbour', 'orchard']), one(['overshirt', 'tee', 'slip', 'coat'])],
      collections: random() < 0.05 ? ['the-first', 'the-second'] : [],
      variants: SIZES.slice(0, 3 + (n % 3)).map((code) => ({ sku: `S-${n + 1}-${code}`, size: code, colour })),
    }
  })
}

/** An engine's state over a drawn catalogue in which about `soldOut` of the variants are gone. */
export function drawShop(size: number, seed: number, soldOut = 0.4): EngineState {
  const random = createRandom(seed + 1)
  const products = drawProducts(size, seed)
  const table = buildCatalogueTable(products)
  const bits = createStockBits(table)
  for (const { variants } of products) {
    for (const { sku } of variants) {
      bits.patch({ sku, version: 1, available: random() < soldOut ? 0 : 1 + Math.floor(random() * 9) })
    }
  }
  const neighbours = (seedOffset: number) => {
    const drawn = createRandom(seed + seedOffset)
    return placeNeighbours(table, () =>
      Array.from({ length: 20 }, (_, n) => ({ productId: 1 + Math.floor(drawn() * size), score: 2 - n / 20 })),
    )
  }
  return {
    table,
    bits,
    facts: blankFacts(table.size, table.variants.skus.length),
    models: {
      together: neighbours(7),
      neighbours: neighbours(11),
      ranker: createDefaultRanker(),
      shelves: buildShelves(table, ['the-first', 'the-second']),
      versions: { ranker: 'by-judgement-1' },
    },
    rules: [],
  }
}

/** A shopper of that shop who likes linen and blue, wears M, and has looked at a few pieces. */
export function drawShopper(seed: number, size: number, changes: Partial<ShopperView> = {}): ShopperView {
  const random = createRandom(seed)
  const id = (): number => 1 + Math.floor(random() * size)
  return {
    affinities: [
      ['material:linen', 3],
      ['colour:blue', 2],
      [`brand:brand-${Math.floor(random() * 40)}`, 1.5],
      ['category:shoes', -1],
    ],
    session: [[`category:${CATEGORIES[Math.floor(random() * 7)] ?? 'tops'}`, 1]],
    recent: Array.from({ length: 6 }, () => ({ productId: id(), kind: 'viewed', weight: random() })),
    sizes: new Map(CATEGORIES.map((category) => [category, ['M']])),
    disliked: new Set([id(), id()]),
    bought: new Set([id()]),
    seen: new Map([[id(), 3]]),
    departments: [],
    ...changes,
  }
}

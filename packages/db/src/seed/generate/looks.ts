import type { ColourFamily, GarmentId } from '@selvedge/core'
import { randomFrom } from './random'
import type { ProductSketch } from './sketch'

// What a stylist hangs beside what. The first are chosen more often.
const GOES_WITH: Readonly<Record<GarmentId, readonly GarmentId[]>> = {
  shirt: ['chinos', 'knit-jumper', 'tailored-trousers', 'belt', 'loafer'],
  overshirt: ['t-shirt', 'jeans', 'chinos', 'boot', 'beanie'],
  't-shirt': ['jeans', 'overshirt', 'shorts', 'sneaker', 'hoodie'],
  polo: ['chinos', 'shorts', 'wide-trousers', 'loafer'],
  blouse: ['skirt-midi', 'tailored-trousers', 'wide-trousers', 'blazer', 'loafer'],
  'knit-jumper': ['jeans', 'shirt', 'coat', 'wide-trousers', 'scarf'],
  cardigan: ['jeans', 'skirt-midi', 't-shirt', 'wide-trousers', 'scarf'],
  hoodie: ['jeans', 't-shirt', 'sneaker', 'bomber', 'beanie'],
  sweatshirt: ['jeans', 'shorts', 'sneaker', 't-shirt', 'tote'],
  'tank-top': ['shorts', 'wide-trousers', 'shirt', 'skirt-mini'],
  jeans: ['t-shirt', 'belt', 'knit-jumper', 'overshirt', 'boot'],
  chinos: ['shirt', 'belt', 'knit-jumper', 'loafer', 'polo'],
  'tailored-trousers': ['blazer', 'shirt', 'knit-jumper', 'loafer', 'belt'],
  'wide-trousers': ['t-shirt', 'blouse', 'knit-jumper', 'sneaker', 'shirt'],
  shorts: ['t-shirt', 'polo', 'sneaker', 'shirt', 'tote'],
  'skirt-midi': ['knit-jumper', 'blouse', 'boot', 't-shirt', 'cardigan'],
  'skirt-mini': ['knit-jumper', 'boot', 'cardigan', 't-shirt'],
  'dress-slip': ['cardigan', 'blazer', 'boot', 'scarf'],
  'dress-shirt': ['belt', 'sneaker', 'cardigan', 'tote'],
  'dress-wrap': ['boot', 'coat', 'cardigan', 'loafer'],
  coat: ['scarf', 'knit-jumper', 'boot', 'beanie', 'tailored-trousers'],
  trench: ['jeans', 'knit-jumper', 'loafer', 'scarf', 'tote'],
  blazer: ['tailored-trousers', 'shirt', 'knit-jumper', 'loafer', 'scarf'],
  bomber: ['jeans', 't-shirt', 'sneaker', 'hoodie'],
  puffer: ['beanie', 'scarf', 'boot', 'knit-jumper', 'jeans'],
  gilet: ['shirt', 'knit-jumper', 'chinos', 'beanie'],
  sneaker: ['jeans', 't-shirt', 'sweatshirt', 'shorts'],
  boot: ['jeans', 'belt', 'coat', 'scarf'],
  loafer: ['tailored-trousers', 'chinos', 'belt', 'blazer'],
  beanie: ['scarf', 'puffer', 'coat', 'knit-jumper'],
  scarf: ['coat', 'beanie', 'knit-jumper', 'trench'],
  belt: ['jeans', 'chinos', 'tailored-trousers', 'loafer'],
  tote: ['trench', 't-shirt', 'dress-shirt', 'scarf'],
}

const NEUTRAL: ReadonlySet<ColourFamily> = new Set(['black', 'grey', 'white', 'beige', 'navy', 'brown'])

/** Answers, for a product, the few others that are worn with it: the same each time it is asked. */
export type Stylist = (anchor: ProductSketch) => readonly ProductSketch[]

/** A stylist over a catalogue: of twenty candidates of each garment that goes with it, the nearest in price and colour. */
export function createStylist(products: readonly ProductSketch[], seed: number): Stylist {
  const rails = railsOf(products)
  const known = new Map<number, readonly ProductSketch[]>()
  return (anchor) => {
    const asked = known.get(anchor.productId)
    if (asked) return asked
    const random = randomFrom(seed, 'look', anchor.productId)
    const look = GOES_WITH[anchor.garment].flatMap((garment) => {
      const rail = rails.get(garment) ?? []
      const seen = rail.length <= 60 ? rail : Array.from({ length: 60 }, () => random.pick(rail))
      const tried = seen.filter((other) => wornTogether(anchor, other)).slice(0, 20)
      const best = tried.toSorted((a, b) => harmony(anchor, b) - harmony(anchor, a))[0]
      return best ? [best] : []
    })
    known.set(anchor.productId, look)
    return look
  }
}

function railsOf(products: readonly ProductSketch[]): ReadonlyMap<GarmentId, readonly ProductSketch[]> {
  const rails = new Map<GarmentId, ProductSketch[]>()
  for (const product of products) {
    const rail = rails.get(product.garment)
    if (rail) rail.push(product)
    else rails.set(product.garment, [product])
  }
  return rails
}

function wornTogether(a: ProductSketch, b: ProductSketch): boolean {
  const departments = a.department === b.department || a.department === 'unisex' || b.department === 'unisex'
  return departments && a.seasons.some((season) => b.seasons.includes(season))
}

function harmony(a: ProductSketch, b: ProductSketch): number {
  // The price of a belt is compared with that of other belts only through its house's level, so the log is halved.
  const price = -Math.abs(Math.log(a.priceMinor / b.priceMinor)) / 2
  const [first, second] = [a.families[0], b.families[0]]
  const colour = first && second && (NEUTRAL.has(first) || NEUTRAL.has(second)) ? (first === second ? 0.2 : 0.6) : 0
  const sameHouse = a.brandId === b.brandId ? 0.5 : 0
  return price + colour + sameHouse + Math.log(b.popularity) / 6
}

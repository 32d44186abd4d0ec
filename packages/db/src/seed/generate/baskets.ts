import type { GeneratedCustomer } from './customers'
import { createStylist } from './looks'
import type { Random } from './random'
import type { ProductSketch } from './sketch'

/** Fills a basket for a customer at a moment: something they came for, and often what is worn with it. */
export type Shopper = (customer: GeneratedCustomer, moment: number, random: Random) => readonly ProductSketch[]

export function createShopper(products: readonly ProductSketch[], seed: number): Shopper {
  const stylist = createStylist(products, seed)
  const draw = popularityDraw(products)
  return (customer, moment, random) => {
    const anchor = whatTheyCameFor(customer, moment, { draw, random })
    if (!anchor) return [] // nothing of what was shown was on sale yet
    const basket = new Map([[anchor.productId, anchor]])
    const look = stylist(anchor).filter((product) => product.publishedAt <= moment)
    const extras = random.weighted([0, 1, 2, 3], (n) => [42, 31, 19, 8][n] ?? 0)
    for (let nth = 0; nth < extras && look.length > 0; nth++) {
      // A stylist's first idea is taken more often than the last; one in eight extras is a whim.
      const product = random.chance(0.125)
        ? whatTheyCameFor(customer, moment, { draw, random })
        : random.weighted(look, (_, place) => 1 / (place + 1))
      if (product) basket.set(product.productId, product)
    }
    return [...basket.values()]
  }
}

type Draw = (random: Random) => ProductSketch | undefined

/** Of some popular products drawn, the one that is most to their taste. */
function whatTheyCameFor(
  { taste }: GeneratedCustomer,
  moment: number,
  { draw, random }: { draw: Draw; random: Random },
): ProductSketch | undefined {
  const month = new Date(moment).getUTCMonth()
  const season = month < 2 || month === 11 ? 'winter' : month < 5 ? 'spring' : month < 8 ? 'summer' : 'autumn'
  const seen = Array.from({ length: 12 }, () => draw(random)).filter((product) => product !== undefined)
  const liking = (product: ProductSketch) =>
    (product.department === taste.department ? 3 : product.department === 'unisex' ? 2 : 0.2) *
    (taste.brandIds.includes(product.brandId) ? 2.5 : 1) *
    (product.seasons.includes(season) ? 2 : 0.5) *
    Math.exp(-Math.abs(Math.log(product.priceMinor / taste.priceMinor)) / 1.5)
  const onSale = seen.filter((product) => product.publishedAt <= moment)
  return onSale.length > 0 ? random.weighted(onSale, liking) : undefined
}

/** Draws products in proportion to their popularity, by bisection of the running total. */
function popularityDraw(products: readonly ProductSketch[]): Draw {
  const running = new Float64Array(products.length)
  let total = 0
  for (const [index, product] of products.entries()) {
    total += product.popularity
    running[index] = total
  }
  return (random) => {
    const wanted = random.next() * total
    let [low, high] = [0, products.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((running[middle] ?? 0) <= wanted) low = middle + 1
      else high = middle
    }
    return products[low]
  }
}

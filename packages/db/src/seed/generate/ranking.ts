import type { GarmentId } from '@selvedge/core'
import type { PriceLevel } from './brands/brand'
import type { Random } from './random'

// How much of a garment a fashion shop sells beside its others; what is not named sells like one.
const DEMAND: Readonly<Partial<Record<GarmentId, number>>> = {
  't-shirt': 3,
  jeans: 2.6,
  'knit-jumper': 2.4,
  shirt: 2.2,
  sneaker: 2,
  coat: 1.6,
  chinos: 1.5,
  overshirt: 1.4,
  'dress-wrap': 1.3,
  'wide-trousers': 1.3,
  boot: 1.3,
  scarf: 0.8,
  belt: 0.7,
  tote: 0.7,
  beanie: 0.8,
  'tank-top': 0.7,
  'skirt-mini': 0.5,
  bomber: 0.8,
  gilet: 0.6,
}

type Ranked = { readonly garment: GarmentId; readonly level: PriceLevel }

/** Ranks by expected demand with a good deal of luck: answers each product's rank, 1 for the best seller. */
export function rankByDemand(products: readonly Ranked[], random: Random): readonly number[] {
  const scores = products.map(
    ({ garment, level }) => ((DEMAND[garment] ?? 1) / level ** 0.5) * Math.exp(random.normal(0, 0.9)),
  )
  const order = scores.map((_, index) => index).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0))
  const ranks = new Array<number>(products.length).fill(0)
  for (const [place, index] of order.entries()) ranks[index] = place + 1
  return ranks
}

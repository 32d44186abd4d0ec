import { PRICE_BANDS, type PriceBand } from './dimensions'
import type { ShopperView } from './shopper-view'
import type { SignalFacts } from './signal-facts'

/** What is felt for each term, long-term and in this visit together. */
export function feltFor({
  affinities,
  session,
}: Pick<ShopperView, 'affinities' | 'session'>): ReadonlyMap<string, number> {
  const felt = new Map<string, number>()
  for (const [term, weight] of [...affinities, ...session]) felt.set(term, (felt.get(term) ?? 0) + weight)
  return felt
}

/** How much of a piece is to a shopper's taste: what is felt for each of its attributes, of its colours the best liked. */
export function likingOf(felt: ReadonlyMap<string, number>, facts: SignalFacts): number {
  const { category, brand, style, material, price, colours } = facts
  const of = (term: string): number => felt.get(term) ?? 0
  const families = Object.values(colours).map((family) => of(`colour:${family}`))
  const plain = [`category:${category}`, `brand:${brand}`, `style:${style}`, `material:${material}`, `price:${price}`]
  return plain.reduce((sum, term) => sum + of(term), 0) + (families.length > 0 ? Math.max(...families) : 0)
}

/** The quarter of prices somebody likes best; undefined while none of them is liked. */
export function likedBand(felt: ReadonlyMap<string, number>): PriceBand | undefined {
  let best: { band: PriceBand; weight: number } | undefined
  for (const band of PRICE_BANDS) {
    const weight = felt.get(`price:${band}`) ?? 0
    if (weight > (best?.weight ?? 0)) best = { band, weight }
  }
  return best?.band
}

import { codeShopper } from './coded-shopper'
import type { CompiledRules } from './compiled-rules'
import { FEATURE_COUNT } from './feature-names'
import { fillItem } from './features'
import { fitFor } from './placed-fit'
import { chanceOf } from './ranked-rows'
import type { EngineState, OrderRequest } from './recommend'
import { ruledOrder } from './ruled-order'
import { seasonAt } from './season'

/** What cannot be bought, or not in the shopper's size, is not left out of a list that was asked for: it stands lower. */
const SOLD_OUT = 0.02
const NOT_IN_SIZE = 0.2
/** The same for what may not be sold where the shopper's parcels go. */
const NOT_SOLD_THERE = 0.02

/**
 * A shopper's own order of given products. Both orders count as ranks, 1 / (1 + rank): the given one weighs 1 - blend,
 * the personal one blend; rules multiply, and have the last word on places. Nothing is added or left out, products
 * unknown here keep the given rank.
 */
export function orderPlaces(state: EngineState, rules: CompiledRules, request: OrderRequest): readonly number[] {
  const { table, bits, facts, models } = state
  const { productIds, blend, nowMs } = request
  const shopper = codeShopper(table, bits, request.shopper)
  const fit = fitFor(models, bits, request.shopper.wearing)
  const features = new Float32Array(productIds.length * FEATURE_COUNT)
  const from = { table, bits, facts, shopper, fit, nowMs, season: seasonAt(nowMs, request.shopper.country) }
  const places = productIds.map((id) => table.placeOf(id))
  for (const [row, place] of places.entries()) {
    if (place >= 0) fillItem(from, place, features, row * FEATURE_COUNT)
  }
  const scores = new Float32Array(productIds.length)
  models.ranker.score(features, productIds.length, scores)
  const isSoldThere = soldIn(state, request.shopper.country)
  const personal = productIds.map((_, row) => {
    const place = places[row] ?? -1
    if (place < 0) return 0
    const mask = shopper.sizeMasks[table.category[place] ?? 0]
    const isMine = mask === undefined || bits.hasAny(place, mask)
    const demotion = bits.units(place) === 0 ? SOLD_OUT : isMine ? 1 : NOT_IN_SIZE
    const reach = isSoldThere(place) ? 1 : NOT_SOLD_THERE
    const told = (rules.factors[place] ?? 1) * (facts.lift[place] ?? 1)
    return chanceOf(scores[row] ?? 0) * told * demotion * reach
  })
  const byTaste = [...personal.keys()].sort((a, b) => (personal[b] ?? 0) - (personal[a] ?? 0) || a - b)
  const rank = new Map(byTaste.map((row, place) => [row, place]))
  const value = (row: number): number => (1 - blend) / (1 + row) + blend / (1 + (rank.get(row) ?? row))
  const rows = [...productIds.keys()].sort((a, b) => value(b) - value(a) || a - b)
  const ruled = ruledOrder(
    state,
    rules,
    rows.map((row) => ({ row, place: places[row] ?? -1 })),
  )
  return ruled.flatMap(({ row }) => productIds[row] ?? [])
}

/** Whether a place's house may be sold in a country; everywhere while nobody said which. */
function soldIn({ table: { countries, notSoldIn } }: EngineState, country: string | undefined) {
  const code = country === undefined ? -1 : countries.find(country)
  const there = code < 0 ? 0 : 1 << code
  return (place: number): boolean => ((notSoldIn[place] ?? 0) & there) === 0
}

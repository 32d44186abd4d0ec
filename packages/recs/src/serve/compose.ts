import type { CompiledRules } from './compiled-rules'
import { type Composition, shown } from './composition'
import type { EngineState, Recommended } from './recommend'
import { tryOthers } from './try-others'

// Selecting for difference looks at so many times the answer's length; what is ranked below never comes up.
const HEAD_FACTOR = 3

/** The answer: pins at their places, the rest by relevance and difference within the caps, an explored slot or two. */
export function compose(composition: Composition): readonly Recommended[] {
  const { state, plan, rules, request, pool, caps } = composition
  const pinned = pinsToShow(composition)
  const taken = new Set(pinned.map(({ place }) => place))
  const { rows, order, relevance } = headOf(composition, taken)
  const picks = composition.selectDiverse({
    order,
    relevance,
    length: request.length - pinned.length,
    lambda: plan.lambda,
    beside: pinned.map(({ place }) => place),
    allows: caps.allows,
    taken: caps.take,
  })
  const exploreAt = plan.exploreAt.filter((slot) => slot < request.length)
  const chosen = picks.map((at) => rows[at] ?? 0)
  for (const row of chosen) taken.add(pool.places[row] ?? 0)
  const explored = exploreAt.length === 0 ? [] : tryOthers(composition, taken, caps, exploreAt)
  return arrange(
    chosen,
    (row) => shown(composition, row),
    [...pinned.map(({ place, position }) => ({ position, item: pinnedItem(state, rules, place) })), ...explored],
    request.length,
  )
}

/** What difference is looked for among: the best rows that are not taken, with their places and relevance, 0 to 1. */
function headOf({ ranked, pool, request }: Composition, taken: ReadonlySet<number>) {
  const most = Math.min(ranked.length, request.length * HEAD_FACTOR)
  const rows = new Int32Array(most)
  const order = new Int32Array(most)
  const relevance = new Float32Array(most)
  let [length, greatest] = [0, 0]
  for (let at = 0; at < most; at++) {
    const row = ranked.rows[at] ?? 0
    const place = pool.places[row] ?? 0
    if (taken.has(place)) continue
    const chance = ranked.chances[row] ?? 0
    // Best first: the first has the greatest chance.
    if (length === 0) greatest = Math.max(1e-9, chance)
    rows[length] = row
    order[length] = place
    relevance[length++] = chance / greatest
  }
  return { rows, order: order.subarray(0, length), relevance: relevance.subarray(0, length) }
}

const pinnedItem = ({ table }: EngineState, rules: CompiledRules, place: number): Recommended => ({
  productId: table.ids[place] ?? 0,
  place,
  score: rules.factors[place] ?? 1,
  source: 'pinned',
  reason: { code: 'CHOSEN_BY_US' },
})

/** Pins of products that this shopper can buy now; a pin never gets past a filter or a rule's cap, and is counted. */
function pinsToShow({ rules, refusal, request, caps }: Composition) {
  const seen = new Set<number>()
  return rules.pins.filter(({ position, place }) => {
    if (position >= request.length || seen.has(place) || refusal(place) >= 0 || !caps.allowsPin(place)) return false
    seen.add(place)
    caps.take(place)
    return true
  })
}

/** Pins stand where they are pinned, explored ones in their slots, everything else in between in order. */
function arrange(
  chosen: readonly number[],
  show: (row: number) => Recommended,
  placed: readonly { readonly position: number; readonly item: Recommended }[],
  length: number,
): readonly Recommended[] {
  const slots = new Map<number, Recommended>()
  for (const { position, item } of placed) {
    let at = position
    while (slots.has(at)) at++
    slots.set(at, item)
  }
  const items: Recommended[] = []
  for (let at = 0, next = 0; at < length; at++) {
    const item = slots.get(at)
    if (item) items.push(item)
    else if (next < chosen.length) items.push(show(chosen[next++] ?? 0))
  }
  return items
}

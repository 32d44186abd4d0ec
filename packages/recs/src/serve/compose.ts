import type { PlacementPlan } from '@selvedge/core'
import type { CandidatePool } from './candidate-pool'
import type { CodedShopper } from './coded-shopper'
import type { CompiledRules } from './compiled-rules'
import type { FilterName } from './eligibility'
import { explore } from './explore'
import { reasonOf, type ServedReason, strongestSource } from './reason-of'
import type { EngineState, Recommended, RecommendRequest } from './recommend'
import { selectDiverse } from './select-diverse'

/** A ranked pool on its way to an answer. */
export type Composition = {
  readonly state: EngineState
  readonly plan: PlacementPlan
  readonly rules: CompiledRules
  readonly pool: CandidatePool
  readonly features: Float32Array
  /** Log-odds by candidate. */
  readonly scores: Float32Array
  readonly shopper: CodedShopper
  readonly anchor: number
  readonly refusal: (place: number) => FilterName | undefined
  readonly random: () => number
  readonly request: RecommendRequest
}

// Selecting for difference looks at so many times the answer's length; what is ranked below never comes up.
const HEAD_FACTOR = 3
const LOG_ODDS_MAX = 30
const ARMS_MAX = 8

/** The answer: pins at their places, the rest by relevance and difference within the caps, an explored slot or two. */
export function compose(composition: Composition): readonly Recommended[] {
  const { state, plan, rules, request } = composition
  const ranked = rankRows(composition)
  const pinned = pinsToShow(composition)
  const caps = createCaps(composition)
  for (const { place } of pinned) caps.take(place)
  const pinnedPlaces = new Set(pinned.map(({ place }) => place))
  const head = ranked.slice(0, request.length * HEAD_FACTOR).filter(({ place }) => !pinnedPlaces.has(place))
  const greatest = Math.max(1e-9, ...head.map(({ chance }) => chance))
  const exploreAt = plan.exploreAt.filter((slot) => slot < request.length)
  const picks = selectDiverse({
    order: head.map(({ place }) => place),
    relevance: Float32Array.from(head, ({ chance }) => chance / greatest),
    content: state.table.content,
    length: request.length - pinned.length,
    lambda: plan.lambda,
    beside: pinned.map(({ place }) => place),
    allows: caps.allows,
    taken: caps.take,
  })
  const chosen = picks.flatMap((at) => head[at] ?? []).map((row) => shown(composition, row))
  const explored = exploreAt.length === 0 ? [] : tryOthers(composition, ranked, chosen, pinnedPlaces, caps, exploreAt)
  return arrange(
    chosen,
    explored,
    pinned.map(({ place, position }) => ({ position, item: pinnedItem(state, rules, place) })),
    request.length,
  )
}

/** Candidates by chance, rules included; of equals the smaller product id, so that an answer is stable. */
export function rankRows({ pool, scores, rules, state }: Composition): readonly RankedRow[] {
  const rows: RankedRow[] = []
  for (let row = 0; row < pool.length; row++) {
    const place = pool.places[row] ?? 0
    rows.push({ row, place, chance: chanceOf(scores[row] ?? 0) * (rules.factors[place] ?? 1) })
  }
  const id = (place: number): number => state.table.ids[place] ?? 0
  return rows.sort((a, b) => b.chance - a.chance || id(a.place) - id(b.place))
}
export type RankedRow = { readonly row: number; readonly place: number; readonly chance: number }

/** Logistic function of a log-odds; finite whatever a model answers. */
export function chanceOf(logOdds: number): number {
  const bounded = Number.isFinite(logOdds) ? Math.min(LOG_ODDS_MAX, Math.max(-LOG_ODDS_MAX, logOdds)) : -LOG_ODDS_MAX
  return 1 / (1 + Math.exp(-bounded))
}

function shown(composition: Composition, { row, place, chance }: RankedRow): Recommended {
  const { state, pool, features, shopper, anchor, request } = composition
  const parts = state.models.ranker.explain(features, row)
  const source = strongestSource(pool, row, parts)
  const { table, models } = state
  const told = reasonOf({ table, models, shopper, anchor, pool }, row, source)
  const reason: ServedReason =
    request.placement === 'complete-look' && anchor >= 0 ? { code: 'GOES_WITH', place: anchor } : told
  return { productId: table.ids[place] ?? 0, place, score: chance, source, reason }
}

const pinnedItem = ({ table }: EngineState, rules: CompiledRules, place: number): Recommended => ({
  productId: table.ids[place] ?? 0,
  place,
  score: rules.factors[place] ?? 1,
  source: 'pinned',
  reason: { code: 'CHOSEN_BY_US' },
})

/** Pins of products that this shopper can buy now; a pin never gets past a filter. */
function pinsToShow({ rules, refusal, request }: Composition) {
  const seen = new Set<number>()
  return rules.pins.filter(({ position, place }) => {
    if (position >= request.length || seen.has(place) || refusal(place) !== undefined) return false
    seen.add(place)
    return true
  })
}

type Caps = { allows(place: number): boolean; take(place: number): void }

function createCaps({ state, plan, rules }: Composition): Caps {
  const { table } = state
  const brands = new Map<number, number>()
  const categories = new Map<number, number>()
  const brandOf = (place: number): number => table.brand[place] ?? 0
  const categoryOf = (place: number): number => table.category[place] ?? 0
  return {
    allows: (place) => {
      const cap = Math.min(plan.brandMax, rules.brandCaps[brandOf(place)] ?? plan.brandMax)
      return (brands.get(brandOf(place)) ?? 0) < cap && (categories.get(categoryOf(place)) ?? 0) < plan.categoryMax
    },
    take: (place) => {
      brands.set(brandOf(place), (brands.get(brandOf(place)) ?? 0) + 1)
      categories.set(categoryOf(place), (categories.get(categoryOf(place)) ?? 0) + 1)
    },
  }
}

/** One or two slots for candidates that the ranking left out, little shown ones first. */
function tryOthers(
  composition: Composition,
  ranked: readonly RankedRow[],
  chosen: readonly Recommended[],
  pinned: ReadonlySet<number>,
  caps: Caps,
  slots: readonly number[],
) {
  const { facts } = composition.state
  const taken = new Set([...chosen.map(({ place }) => place), ...pinned])
  const explored: { position: number; item: Recommended }[] = []
  for (const position of slots) {
    const others = ranked.filter(({ place }) => !taken.has(place) && caps.allows(place)).slice(0, ARMS_MAX * 4)
    others.sort((a, b) => (facts.impressions[a.place] ?? 0) - (facts.impressions[b.place] ?? 0))
    const arms = others.slice(0, ARMS_MAX)
    const pick = explore(
      arms.map(({ place }) => ({ impressions: facts.impressions[place] ?? 0, clicks: facts.clicks[place] ?? 0 })),
      composition.random,
    )
    const row = pick && arms[pick.arm]
    if (!pick || !row) break
    taken.add(row.place)
    caps.take(row.place)
    const item = { ...shown(composition, row), source: 'explored', propensity: pick.propensity } as const
    explored.push({ position, item })
  }
  return explored
}

/** Pins stand where they are pinned, explored ones in their slots, everything else in between in order. */
function arrange(
  chosen: readonly Recommended[],
  explored: readonly { position: number; item: Recommended }[],
  pinned: readonly { position: number; item: Recommended }[],
  length: number,
): readonly Recommended[] {
  const slots = new Map<number, Recommended>()
  for (const { position, item } of [...pinned, ...explored]) {
    let at = position
    while (slots.has(at)) at++
    slots.set(at, item)
  }
  const rest = [...chosen]
  const items: Recommended[] = []
  for (let at = 0; at < length; at++) {
    const next = slots.get(at) ?? rest.shift()
    if (next) items.push(next)
  }
  return items
}

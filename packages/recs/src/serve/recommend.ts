import {
  type Later,
  laterDaysOf,
  type MerchandisingRule,
  type Placement,
  type PlacementPlan,
  type ShopperView,
} from '@selvedge/core'
import { asPromised } from './as-promised'
import { CANDIDATES_MAX, createCandidatePool } from './candidate-pool'
import { createCaps } from './caps'
import type { CatalogueTable } from './catalogue-table'
import { codeShopper } from './coded-shopper'
import { type CompiledRules, compileRules } from './compiled-rules'
import { complementaryTo } from './complementary'
import { compose } from './compose'
import type { Composition } from './composition'
import { dayNumber } from './day-number'
import { createEligibility } from './eligibility'
import { FEATURE_COUNT } from './feature-names'
import { fillFeatures } from './features'
import type { ItemFacts } from './item-facts'
import { orderPlaces } from './order-places'
import { fitFor } from './placed-fit'
import { DEFAULT_PLANS } from './placement-plan'
import { createRandom } from './random'
import { createRowRanking } from './ranked-rows'
import type { ServedReason } from './reason-of'
import { seasonAt } from './season'
import { createDiverseSelection } from './select-diverse'
import type { ServedModels } from './served-models'
import type { DrawRequest } from './source'
import type { SourceName } from './source-names'
import { ALL_SOURCES } from './sources/all-sources'
import { createWalk } from './sources/neighbour-walk'
import type { StockBits } from './stock-bits'
import { type Trace, traceOf } from './trace'

/** Everything an engine answers from. Immutable but for the stock bits and the item facts, which are patched in place. */
export type EngineState = {
  readonly table: CatalogueTable
  readonly bits: StockBits
  readonly facts: ItemFacts
  readonly models: ServedModels
  readonly rules: readonly MerchandisingRule[]
  readonly plans?: Readonly<Partial<Record<Placement, PlacementPlan>>>
}

export type RecommendRequest = {
  readonly placement: Placement
  readonly shopper: ShopperView
  /** The product the placement stands beside. */
  readonly anchorId?: number
  /** Products that stand on the page already. */
  readonly presentIds?: readonly number[]
  readonly length: number
  readonly nowMs: number
  /** Decides what is explored; the same seed answers the same. */
  readonly seed: number
  /** Another composition than the placement's own, for an arm of an experiment. */
  readonly plan?: PlacementPlan
  /** Tells what was ranked best of what is not shown as well. */
  readonly isNearWanted?: boolean
  /** Keeps what the inspector shows; costs time. */
  readonly isTraced?: boolean
  /** A product of which the trace is to say how it stands. */
  readonly askedId?: number
}

export type Recommended = {
  readonly productId: number
  readonly place: number
  /** The chance of being opened as ranked, rules included; 0 to 1. */
  readonly score: number
  readonly source: SourceName | 'pinned' | 'explored'
  readonly reason: ServedReason
  /** By when, where it cannot be bought now and may be promised. */
  readonly later?: Later
  /** Probability by which an explored slot showed it. */
  readonly propensity?: number
  /** What it was ranked by, in the order of FEATURE_NAMES to a thousandth; absent for a pin, which nothing ranked. */
  readonly features?: readonly number[]
}

export type Recommendation = {
  readonly items: readonly Recommended[]
  /** Products ranked best of those that are not shown, where they are wanted: what a small change would bring up. */
  readonly next?: readonly number[]
  readonly candidates: number
  readonly versions: Readonly<Record<string, string>>
  readonly trace?: Trace
}

export type Engine = {
  recommend(request: RecommendRequest): Recommendation
  /** Puts given products into a shopper's own order: blended with the order they came in, 1 is personal alone. */
  order(request: OrderRequest): readonly number[]
  /** Whether rules keep a product from a placement; without one, from everywhere. */
  isExcluded(productId: number, placement: Placement | undefined, nowMs: number): boolean
  readonly state: EngineState
}

export type OrderRequest = {
  readonly productIds: readonly number[]
  readonly shopper: ShopperView
  readonly blend: number
  readonly nowMs: number
}

/**
 * An engine over one state. It works in arrays of its own, one answer after another; a new table, model or set of rules
 * makes another engine, which is cheap.
 */
export function createEngine(state: EngineState): Engine {
  const { table, bits, models } = state
  const pool = createCandidatePool(table.size)
  const eligibility = createEligibility(table)
  const walk = createWalk(table.size)
  const features = new Float32Array(CANDIDATES_MAX * FEATURE_COUNT)
  const scores = new Float32Array(CANDIDATES_MAX)
  const rank = createRowRanking()
  const beginCaps = createCaps(table)
  const selectDiverse = createDiverseSelection(table.content, CANDIDATES_MAX)
  const rulesFor = createRuleMemory(state)

  const recommend = (request: RecommendRequest): Recommendation => {
    const { placement, nowMs, isTraced = false } = request
    const plan = request.plan ?? state.plans?.[placement] ?? DEFAULT_PLANS[placement]
    const shopper = codeShopper(table, bits, request.shopper)
    const anchor = request.anchorId === undefined ? -1 : table.placeOf(request.anchorId)
    const laterDays = laterDaysOf(placement, plan)
    const rules = rulesFor(placement, nowMs)
    const suiting = departmentsOf(table, request, anchor)
    eligibility.begin({
      bits,
      shopper,
      nowMs,
      promisedUntil: laterDays === 0 ? 0 : dayNumber(nowMs) + laterDays,
      excluded: rules.excluded,
      present: [anchor, ...(request.presentIds ?? []).map((id) => table.placeOf(id))],
      ...categoriesOf(table, placement, anchor),
      ...suiting,
    })
    pool.begin(eligibility)
    const season = seasonAt(nowMs, request.shopper.country)
    const draw: DrawRequest = {
      table,
      models,
      shopper,
      anchor,
      nowMs,
      season,
      bits,
      facts: state.facts,
      walk,
      ...suiting,
    }
    for (const source of ALL_SOURCES) {
      const quota = plan.quotas[source.name] ?? 0
      if (quota === 0) continue
      pool.from(source.name)
      source.draw(draw, pool, quota)
    }
    const fit = fitFor(models, bits, request.shopper.wearing)
    models.fit?.fetch(pool.places, pool.length)
    fillFeatures({ table, bits, facts: state.facts, shopper, fit, nowMs, season }, pool, features)
    models.ranker.score(features, pool.length, scores)
    const composition: Composition = {
      state,
      plan,
      rules,
      pool,
      features,
      scores,
      ranked: rank(pool, scores, rules.factors, state.facts.lift),
      caps: beginCaps(plan, rules),
      selectDiverse,
      shopper,
      anchor,
      season,
      refusal: eligibility.refusal,
      random: createRandom(request.seed),
      request,
    }
    const items = compose(composition).map((item) => asPromised(composition, item))
    return {
      items,
      ...(request.isNearWanted ? { next: nextAfter(composition, items) } : {}),
      candidates: pool.length,
      versions: models.versions,
      ...(isTraced ? { trace: traceOf(composition, items) } : {}),
    }
  }

  return {
    recommend,
    order: (request) => orderPlaces(state, rulesFor('listing', request.nowMs), request),
    isExcluded: (productId, placement, nowMs) => rulesFor(placement, nowMs).excluded[table.placeOf(productId)] === 1,
    state,
  }
}

/** As many again as the answer is long. */
function nextAfter({ ranked, pool, state, request }: Composition, items: readonly Recommended[]): readonly number[] {
  const shown = new Set(items.map(({ place }) => place))
  const next: number[] = []
  for (let at = 0; at < ranked.length && next.length < request.length; at++) {
    const place = pool.places[ranked.rows[at] ?? 0] ?? 0
    if (!shown.has(place)) next.push(state.table.ids[place] ?? 0)
  }
  return next
}

/** Rules are compiled once per placement and until the next one begins or ends; without one, those that hold everywhere. */
function createRuleMemory({ table, rules }: EngineState) {
  const known = new Map<Placement | undefined, CompiledRules>()
  return (placement: Placement | undefined, nowMs: number): CompiledRules => {
    const compiled = known.get(placement)
    if (compiled !== undefined && nowMs < compiled.validUntilMs) return compiled
    const fresh = compileRules(table, rules, placement, nowMs)
    known.set(placement, fresh)
    return fresh
  }
}

function categoriesOf(
  table: CatalogueTable,
  placement: Placement,
  anchor: number,
): { categories?: ReadonlySet<number> } {
  if (placement !== 'complete-look' || anchor < 0) return {}
  const wanted = complementaryTo(table.categories.text(table.category[anchor] ?? 0))
  return { categories: new Set(wanted.map((category) => table.categories.find(category))) }
}

/** Beside a product its own department and the one for all suit; elsewhere what the request says. */
function departmentsOf(
  table: CatalogueTable,
  { shopper: { departments } }: RecommendRequest,
  anchor: number,
): { departments?: ReadonlySet<number> } {
  const unisex = table.departments.find('unisex')
  if (anchor >= 0) {
    const own = table.department[anchor] ?? 0
    return own === unisex ? {} : { departments: new Set([own, unisex]) }
  }
  if (departments.length === 0) return {}
  return { departments: new Set([...departments.map((name) => table.departments.find(name)), unisex]) }
}

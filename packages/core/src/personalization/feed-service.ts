import type { StoredCard } from '../catalog/ports'
import type { Country } from '../orders/country'
import { type ArmOfPerson, armsOf, isImpersonal, lookOf, modelsOf, planOf, rankerOf } from './arms-of-person'
import { contextOf } from './context-of-ask'
import type { Experiment } from './experiment'
import type { FeedAnswer, FeedItem } from './feed-answer'
import type { Placement } from './placement'
import type { PlacementPlan } from './placement-plan'
import type { Reason } from './reason'
import type { Chosen, ChosenProduct, ChosenReason, Recommender } from './recommender'
import { NOBODY, type ShopperView, tellsOfTaste } from './shopper-view'
import { isBuyableIn, type LayStockUntil, stillBuyable } from './still-buyable'
import type { ModelVersions } from './tried-models'

/** Who looks, as the log and the profile know them; undefined for somebody without either. */
export type FeedPerson = string | undefined

export type FeedAsk = {
  readonly placement: Placement
  readonly person: FeedPerson
  /** Where parcels go, as chosen or as of the last address. */
  readonly country?: Country
  /** The collection or campaign that the visit began with: what is chosen by for who is not known. */
  readonly landing?: string
  readonly anchorId?: number
  readonly present?: readonly number[]
  readonly length: number
}

/** One served answer on its way to the log. */
export type ServedAnswer = {
  readonly servedId: string
  readonly servedAtMs: number
  readonly person: FeedPerson
  readonly ask: FeedAsk
  /** What the visit began with, where it was chosen by that. */
  readonly landing?: string
  readonly seed: number
  readonly chosen: Chosen
  readonly experiments: readonly ArmOfPerson[]
  /** What the arms made of the composition and of the ranking. */
  readonly plan?: PlacementPlan
  readonly rankerVersion?: string
  readonly modelVersions?: ModelVersions
}

export type FeedDeps = {
  readonly recommender: Recommender
  /** The shopper's view as of now, in one round trip; throws when it cannot be read in time. */
  readonly readShopper: (person: string, nowMs: number) => Promise<ShopperView | undefined>
  /** Throws when they cannot be read in time, which is `untilMs` where hardly any was read before. */
  readonly cards: (productIds: readonly number[], untilMs: number) => Promise<readonly StoredCard[]>
  /** Cards as they were read last, for when that is so; what was never read is left out. */
  readonly cardsAsRead?: (productIds: readonly number[]) => readonly StoredCard[]
  /** What everybody buys, for when the engine has no answer; throws when it cannot be read until then. */
  readonly popular: (limit: number, untilMs: number) => Promise<readonly StoredCard[]>
  /** What is late is not live. */
  readonly layStock: LayStockUntil
  /** Names of the houses that may not be sold there; throws when they cannot be read until then. */
  readonly notSoldIn: (country: Country, untilMs: number) => Promise<ReadonlySet<string>>
  /** Experiments as they stand now. */
  readonly experiments: () => readonly Experiment[]
  /** How a placement chooses now, where no arm says otherwise. */
  readonly planAt: (placement: Placement) => PlacementPlan
  readonly log: (answer: ServedAnswer) => void
  readonly nowMs: () => number
  readonly newId: () => string
  readonly onFault: (part: 'profile' | 'engine' | 'cards' | 'stock', fault: unknown) => void
}

export type FeedService = { answer(ask: FeedAsk): Promise<FeedAnswer> }

/**
 * Each read of an answer has a short time of its own, after which the answer does without it. What it cannot do without,
 * for there would be nothing to show, is waited for until so long after the asking: late is better than empty.
 */
export const FEED_LATEST_MS = 500

/**
 * Answers a placement. What the shopper is known to like may be missing, then it is chosen as for somebody unknown; the
 * engine may be missing, then best sellers that can be bought stand in. Either way the answer says so.
 */
export const createFeedService = (deps: FeedDeps): FeedService => ({
  answer: async (ask) => {
    const nowMs = deps.nowMs()
    const untilMs = nowMs + FEED_LATEST_MS
    const servedId = deps.newId()
    const arms = armsOf(deps.experiments(), ask.placement, ask.person)
    const person = isImpersonal(arms) ? undefined : ask.person
    const { shopper: known, isKnown, isMissing } = await shopperOf(deps, person, nowMs)
    const shopper = { ...known, ...contextOf(ask, isKnown) }
    const [plan, look] = [planOf(arms, deps.planAt(ask.placement)), lookOf(arms)]
    const [rankerVersion, modelVersions] = [rankerOf(arms), modelsOf(arms)]
    const armed = {
      ...(plan === undefined ? {} : { plan }),
      ...(rankerVersion === undefined ? {} : { rankerVersion }),
      ...(modelVersions === undefined ? {} : { modelVersions }),
    }
    const seed = seedOf(servedId)
    const chosen = chooseSafely(deps, {
      placement: ask.placement,
      shopper,
      ...(ask.anchorId === undefined ? {} : { anchorId: ask.anchorId }),
      ...(ask.present === undefined ? {} : { presentIds: ask.present }),
      length: ask.length,
      nowMs,
      seed,
      // The front page alone asks anew when one of them moves.
      ...(ask.placement === 'for-you' ? { isNearWanted: true } : {}),
      ...armed,
    })
    const experiments = arms.map(({ experiment, arm }) => ({ experiment, arm }))
    const instead = () => standIn(deps, { ask, servedId, shopper, isMissing, untilMs })
    if (chosen === undefined) return instead()
    const found = await itemsOf(deps, chosen, untilMs)
    // Of what was chosen nothing has a card in time: the rest of the house stands in.
    if (found.isLate && found.items.length === 0) return instead()
    const buyable = await stillBuyable(deps, { items: found.items, shopper, stockAsOfMs: chosen.stockAsOfMs, untilMs })
    // Nobody can say whether any of it is there still.
    if (buyable === undefined) return instead()
    const { items, isLive } = buyable
    const began = shopper.landing === undefined ? {} : { landing: shopper.landing }
    deps.log({
      servedId,
      servedAtMs: nowMs,
      person: ask.person,
      ask,
      ...began,
      seed,
      chosen,
      experiments: arms,
      ...armed,
    })
    return {
      servedId,
      placement: ask.placement,
      items,
      ...(chosen.awaits === undefined ? {} : { awaits: [...chosen.awaits] }),
      ...(chosen.near === undefined ? {} : { near: [...chosen.near] }),
      ...began,
      isPersonal: isKnown,
      modelVersion: chosen.versions.ranker ?? 'unknown',
      experiments,
      ...(look === undefined ? {} : { look }),
      degraded: [
        ...(isMissing ? (['profile'] as const) : []),
        ...(found.isLate ? (['cards'] as const) : []),
        ...(isLive ? [] : (['stock'] as const)),
      ],
    }
  },
})

async function shopperOf({ readShopper, onFault }: FeedDeps, person: FeedPerson, nowMs: number) {
  if (person === undefined) return { shopper: NOBODY, isKnown: false, isMissing: false }
  try {
    const shopper = await readShopper(person, nowMs)
    return { shopper: shopper ?? NOBODY, isKnown: shopper !== undefined && tellsOfTaste(shopper), isMissing: false }
  } catch (fault) {
    onFault('profile', fault)
    return { shopper: NOBODY, isKnown: false, isMissing: true }
  }
}

function chooseSafely({ recommender, onFault }: FeedDeps, ask: Parameters<Recommender['recommend']>[0]) {
  try {
    return recommender.recommend(ask)
  } catch (fault) {
    onFault('engine', fault)
    return undefined
  }
}

/** Cards with the reasons in names; a product whose card is gone since is left out. */
async function itemsOf(deps: FeedDeps, { products }: Chosen, untilMs: number) {
  const named = products.flatMap(({ reason }) => ('productId' in reason ? [reason.productId] : []))
  const asked = [...new Set([...products.map(({ productId }) => productId), ...named])]
  const { found, isLate } = await cardsInTime(deps, asked, untilMs)
  const byId = new Map(found.map((card) => [card.productId, card]))
  const items = products.flatMap((product) => {
    const card = byId.get(product.productId)
    return card === undefined ? [] : [itemOf(product, card, byId)]
  })
  return { items, isLate }
}

async function cardsInTime({ cards, cardsAsRead, onFault }: FeedDeps, productIds: readonly number[], untilMs: number) {
  try {
    return { found: await cards(productIds, untilMs), isLate: false }
  } catch (fault) {
    onFault('cards', fault)
    return { found: cardsAsRead?.(productIds) ?? [], isLate: true }
  }
}

function itemOf(product: ChosenProduct, card: StoredCard, cards: ReadonlyMap<number, StoredCard>): FeedItem {
  const { propensity, inSizes, later, source, stock } = product
  return {
    card: { ...card, stock },
    reason: nameReason(product.reason, cards),
    source,
    ...(propensity === undefined ? {} : { propensity }),
    ...(inSizes === undefined ? {} : { inSizes: [...inSizes] }),
    ...(later === undefined ? {} : { later }),
  }
}

/** Reasons that are what others did. */
const OF_OTHERS: ReadonlySet<ChosenReason['code']> = new Set(['BOUGHT_WITH', 'LIKED_WITH', 'VISITS_LIKE_THIS'])

/** A reason whose product has no card any more loses its name, not its truth. */
function nameReason(reason: ChosenReason, cards: ReadonlyMap<number, StoredCard>): Reason {
  if (!('productId' in reason)) return reason
  const card = cards.get(reason.productId)
  if (card === undefined) return { code: OF_OTHERS.has(reason.code) ? 'TASTE_OF_MANY' : 'ALIKE' }
  const product = { productId: card.productId, slug: card.slug, title: card.title }
  return 'interest' in reason
    ? { code: reason.code, interest: reason.interest, product }
    : { code: reason.code, product }
}

/**
 * Best sellers that the shopper can buy now, and neither they nor a rule waved away. Never a guess about the shopper. Where
 * they cannot be read in time either nothing is shown: a rail of nothing says nothing untrue.
 */
async function standIn(
  deps: FeedDeps,
  { ask, servedId, shopper, isMissing, untilMs }: StandInFacts,
): Promise<FeedAnswer> {
  const away = new Set([...shopper.disliked, ...shopper.bought, ...(ask.present ?? []), ask.anchorId ?? -1])
  const sold = await bestSellers(deps, ask, untilMs).catch((fault: unknown) => {
    deps.onFault('cards', fault)
    return undefined
  })
  const laid = await deps.layStock(sold ?? [], untilMs)
  const cards = laid.cards.filter(
    (card) =>
      isBuyableIn(shopper.sizes, card, laid.variantsOf(card.productId)) &&
      !away.has(card.productId) &&
      !deps.recommender.isExcluded(card.productId, ask.placement),
  )
  return {
    servedId,
    placement: ask.placement,
    items: cards.slice(0, ask.length).map((card) => ({ card, reason: { code: 'MOST_BOUGHT' }, source: 'fallback' })),
    isPersonal: false,
    modelVersion: 'none',
    experiments: [],
    degraded: [
      'engine',
      ...(isMissing ? (['profile'] as const) : []),
      ...(sold ? [] : (['cards'] as const)),
      ...(laid.isLive ? [] : (['stock'] as const)),
    ],
  }
}
type StandInFacts = {
  readonly ask: FeedAsk
  readonly servedId: string
  readonly shopper: ShopperView
  /** What is known of the shopper could not be read. */
  readonly isMissing: boolean
  readonly untilMs: number
}

async function bestSellers({ popular, notSoldIn }: FeedDeps, { country, length }: FeedAsk, untilMs: number) {
  const [most, elsewhere] = await Promise.all([
    popular(length * 2, untilMs),
    country === undefined ? new Set<string>() : notSoldIn(country, untilMs),
  ])
  return most.filter(({ brand }) => !elsewhere.has(brand))
}

/** 31 bits of an id: what is explored differs from answer to answer and can be played again. */
const seedOf = (id: string): number => Number.parseInt(id.replaceAll('-', '').slice(0, 7), 16)

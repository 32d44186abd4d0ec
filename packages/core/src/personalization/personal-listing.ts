import { canonicalQuery } from '../catalog/canonical-query'
import { LISTING_PAGE_SIZE, type ListingAnswer, type ListingQuery } from '../catalog/listing'
import type { FindListing, FoundListing } from '../catalog/ports'
import type { Country } from '../orders/country'
import { type ArmOfPerson, armsOf, isImpersonal, modelsOf, planOf, rankerOf } from './arms-of-person'
import type { Experiment } from './experiment'
import { LISTING_BLEND, type PlacementPlan } from './placement-plan'
import type { Recommender } from './recommender'
import type { ShopperView } from './shopper-view'

/** Orders that are being paged through, kept for a while under the person they belong to. */
export type OrderMemory = {
  keep(person: string, orderId: string, productIds: readonly number[]): Promise<void>
  /** Undefined for an order that was never kept, is another person's or has been forgotten. */
  recall(person: string, orderId: string): Promise<readonly number[] | undefined>
}

export type PersonalListingDeps = {
  readonly listing: (query: ListingQuery, find?: FindListing) => Promise<ListingAnswer>
  readonly find: FindListing
  readonly order: Recommender['order']
  readonly readShopper: (person: string, nowMs: number) => Promise<ShopperView | undefined>
  readonly experiments: () => readonly Experiment[]
  /** How listings are ordered now, where no arm says otherwise. */
  readonly plan: () => PlacementPlan
  /** Told of whoever asks for an order of their own while experiments on listings run, whatever they get. */
  readonly exposed: (person: string, arms: readonly ArmOfPerson[], nowMs: number) => void
  readonly memory: OrderMemory
  readonly nowMs: () => number
  readonly newId: () => string
  readonly onFault: (part: 'profile' | 'engine' | 'order', fault: unknown) => void
}

export type PersonalListing = (
  query: ListingQuery,
  person: string | undefined,
  /** Where parcels go, where that is known. */
  country?: Country,
) => Promise<ListingAnswer>

/** So many pages stand in the shopper's own order; what is less likely found at all comes after, as found. */
export const PERSONAL_PAGES = 5

/**
 * A listing in the shopper's own order: the same pieces, the same counts and the same pages, put in an order that blends
 * the finder's with their taste. Later pages go on with the order of the first. For somebody of whom nothing is known,
 * for the people an experiment keeps out, and while the engine is not there, it is the finder's own.
 */
export const createPersonalListing =
  (deps: PersonalListingDeps): PersonalListing =>
  async (query, person, country) => {
    const { sort: _, orderId, ...plain } = query
    const page = plain.page ?? 1
    if (person === undefined || page > PERSONAL_PAGES) return deps.listing(plain)
    const arms = armsOf(deps.experiments(), 'listing', person)
    if (arms.length > 0) deps.exposed(person, arms, deps.nowMs())
    if (isImpersonal(arms)) return deps.listing(plain)
    const { cards, first } = await firstPages(deps.find, plain)
    const ids = cards.map(({ productId }) => productId)
    const order = await orderFor(deps, { person, arms, country, orderId }, ids)
    if (order === undefined) return deps.listing(plain)
    const byId = new Map(cards.map((card) => [card.productId, card]))
    const from = (page - 1) * LISTING_PAGE_SIZE
    const shown = order.productIds.slice(from, from + LISTING_PAGE_SIZE).flatMap((id) => byId.get(id) ?? [])
    const answer = await deps.listing(plain, async () => ({ ...first, page, cards: shown }))
    return { ...answer, orderId: order.orderId }
  }

/** What the finder has on its first pages, each piece once: pages are found one by one, and one may move in between. */
async function firstPages(find: FindListing, query: ListingQuery) {
  const pageOf = (page: number): Promise<FoundListing> => find(canonicalQuery({ ...query, page }))
  const first = await pageOf(1)
  const others = Math.max(0, Math.min(PERSONAL_PAGES, first.pages) - 1)
  const pages = await Promise.all(Array.from({ length: others }, (_, n) => pageOf(n + 2)))
  const cards = [first, ...pages].flatMap((found) => found.cards)
  return { first, cards: [...new Map(cards.map((card) => [card.productId, card])).values()] }
}

type Asker = {
  readonly person: string
  readonly arms: readonly ArmOfPerson[]
  readonly country: Country | undefined
  readonly orderId: string | undefined
}
type Order = { readonly orderId: string; readonly productIds: readonly number[] }

/** The order kept under `orderId`, else one made now; undefined where there is nothing to order by. */
async function orderFor(
  deps: PersonalListingDeps,
  { orderId, ...asker }: Asker,
  found: readonly number[],
): Promise<Order | undefined> {
  const { memory, newId, onFault } = deps
  if (orderId !== undefined) {
    const kept = await memory.recall(asker.person, orderId).catch((fault: unknown) => {
      onFault('order', fault)
      return undefined
    })
    if (kept !== undefined) return { orderId, productIds: goneOn(kept, found) }
  }
  const productIds = await orderNow(deps, asker, found)
  if (productIds === undefined) return undefined
  const fresh = newId()
  await memory.keep(asker.person, fresh, productIds).catch((fault: unknown) => onFault('order', fault))
  return { orderId: fresh, productIds }
}

async function orderNow(
  deps: PersonalListingDeps,
  { person, arms, country }: Omit<Asker, 'orderId'>,
  productIds: readonly number[],
) {
  const { readShopper, order, nowMs, onFault } = deps
  const now = nowMs()
  try {
    const shopper = await readShopper(person, now)
    if (shopper === undefined) return undefined
    const plan = planOf(arms, deps.plan()) ?? deps.plan()
    const [rankerVersion, modelVersions] = [rankerOf(arms), modelsOf(arms)]
    try {
      return order({
        productIds,
        shopper: country === undefined ? shopper : { ...shopper, country },
        blend: plan.blend ?? LISTING_BLEND,
        nowMs: now,
        ...(rankerVersion === undefined ? {} : { rankerVersion }),
        ...(modelVersions === undefined ? {} : { modelVersions }),
      })
    } catch (fault) {
      onFault('engine', fault)
      return undefined
    }
  } catch (fault) {
    onFault('profile', fault)
    return undefined
  }
}

/** A kept order over what is found now: what went is left out, what came stands at the end. */
function goneOn(kept: readonly number[], found: readonly number[]): readonly number[] {
  const present = new Set(found)
  const known = new Set(kept)
  return [...kept.filter((id) => present.has(id)), ...found.filter((id) => !known.has(id))]
}

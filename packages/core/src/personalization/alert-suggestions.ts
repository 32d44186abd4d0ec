import { z } from 'zod'
import type { LayStock } from '../catalog/lay-stock'
import type { AvailabilityView, StoredCard } from '../catalog/ports'
import { liveProductCardSchema } from '../catalog/views'
import type { AlertView } from './gestures'
import { feltFor, likedBand, likingOf } from './liking-of'
import type { PersonKey } from './person'
import type { RecentInterest, ShopperView } from './shopper-view'
import type { SignalFacts, SignalFactsReader } from './signal-facts'

export const alertSuggestionSchema = z.object({
  kind: z.enum(['stock', 'price']),
  card: liveProductCardSchema,
  /** Of a size that is sold out: the SKU and the size that would be waited for. */
  wanted: z.object({ sku: z.string(), size: z.string() }).optional(),
})
export type AlertSuggestion = z.infer<typeof alertSuggestionSchema>

/** The same of the piece that is looked at, which needs no card. */
export const alertOfferSchema = alertSuggestionSchema.omit({ card: true })
export type AlertOffer = z.infer<typeof alertOfferSchema>

/** So many are offered at once: more would be a list of everything that was looked at. */
export const SUGGESTIONS_MAX = 6
/** So far back in what was looked at. */
const LOOKED_AT_MAX = 60

type Stock = readonly { readonly sku: string; readonly size: string; readonly available: number }[]
export type SuggestionFacts = {
  readonly shopper: ShopperView
  readonly factsOf: (productId: number) => SignalFacts | undefined
  readonly stockOf: (productId: number) => Stock | undefined
  /** Alerts of theirs that are open. */
  readonly open: readonly Pick<AlertView, 'kind' | 'productId'>[]
}
type Wish = Pick<AlertSuggestion, 'kind' | 'wanted'> & { readonly productId: number }

/**
 * What somebody may want to be told of, best liked first: pieces they looked at or saved that are sold out in the size
 * they wear, or that can be had and are dearer than what they like. Nothing they bought, waved away, hold or asked for.
 */
export function chooseSuggestions({ shopper, factsOf, stockOf, open }: SuggestionFacts): readonly Wish[] {
  const felt = feltFor(shopper)
  const band = likedBand(felt)
  const asked = new Set(open.map(({ kind, productId }) => `${kind} ${productId}`))
  const wishOf = ({ productId, kind }: RecentInterest): (Wish & { liking: number }) | undefined => {
    const [facts, stock] = [factsOf(productId), stockOf(productId)]
    if (!facts || !stock || kind === 'bought' || kind === 'in-bag') return undefined
    if (shopper.bought.has(productId) || shopper.disliked.has(productId)) return undefined
    const worn = shopper.sizes.get(facts.category)
    const mine = worn === undefined ? stock : stock.filter(({ size }) => worn.includes(size))
    const liking = likingOf(felt, facts)
    const [first] = mine
    if (first === undefined) return undefined
    if (mine.every(({ available }) => available <= 0)) {
      // Of a size that is not known one would ask for any.
      if (worn === undefined || asked.has(`stock ${productId}`)) return undefined
      return { kind: 'stock', productId, liking, wanted: { sku: first.sku, size: first.size } }
    }
    // On the saved list a piece has its own way to ask for that.
    if (kind === 'saved') return undefined
    const isDear = band === undefined ? facts.price === '4' : facts.price > band
    return isDear && !asked.has(`price ${productId}`) ? { kind: 'price', productId, liking } : undefined
  }
  return shopper.recent
    .slice(0, LOOKED_AT_MAX)
    .flatMap((interest) => wishOf(interest) ?? [])
    .sort((a, b) => b.liking - a.liking)
    .slice(0, SUGGESTIONS_MAX)
    .map(({ liking: _, ...wish }) => wish)
}

export type AlertSuggestions = {
  /** Of what they looked at and saved. */
  ofLooks(person: PersonKey | undefined): Promise<readonly AlertSuggestion[]>
  /** Of the one piece they have before them. */
  ofPiece(person: PersonKey | undefined, productId: number): Promise<AlertOffer | undefined>
}

export type AlertSuggestionsDeps = {
  readonly readShopper: (person: string, nowMs: number) => Promise<ShopperView | undefined>
  readonly alerts: (person: PersonKey) => Promise<readonly AlertView[]>
  readonly facts: SignalFactsReader
  readonly cards: (productIds: readonly number[]) => Promise<readonly StoredCard[]>
  readonly availability: Pick<AvailabilityView, 'ofProducts'>
  readonly layStock: LayStock
  readonly nowMs: () => number
  readonly onFault: (fault: unknown) => void
}

/** The same, read and drawn. It is an offer: while something it needs is away, nothing is offered. */
export const createAlertSuggestions = (deps: AlertSuggestionsDeps): AlertSuggestions => {
  /** Wishes of a known shopper among those of their interests that `among` leaves. */
  const wishesOf = async (person: PersonKey, among: (recent: ShopperView['recent']) => ShopperView['recent']) => {
    const shopper = await deps.readShopper(person, deps.nowMs())
    const recent = shopper === undefined ? [] : among(shopper.recent).slice(0, LOOKED_AT_MAX)
    if (shopper === undefined || recent.length === 0) return []
    const ids = recent.map(({ productId }) => productId)
    const [alerts, facts, stock] = await Promise.all([
      deps.alerts(person),
      deps.facts.of(ids),
      deps.availability.ofProducts(ids),
    ])
    return chooseSuggestions({
      shopper: { ...shopper, recent },
      factsOf: (id) => facts.get(id),
      stockOf: (id) => stock.get(id),
      open: alerts.filter(({ fulfilledAtMs }) => fulfilledAtMs === undefined),
    })
  }
  return {
    ofLooks: async (person) => {
      if (person === undefined) return []
      try {
        const wishes = await wishesOf(person, (recent) => recent)
        const { cards } = await deps.layStock(await deps.cards(wishes.map(({ productId }) => productId)))
        const byId = new Map(cards.map((card) => [card.productId, card]))
        return wishes.flatMap(({ productId, ...wish }) => {
          const card = byId.get(productId)
          return card ? [{ ...wish, card }] : []
        })
      } catch (fault) {
        deps.onFault(fault)
        return []
      }
    },
    ofPiece: async (person, productId) => {
      if (person === undefined) return undefined
      const isIt = (interest: RecentInterest): boolean => interest.productId === productId
      try {
        // That it is looked at may not have come to the profile yet.
        const [wish] = await wishesOf(person, (recent) => [
          recent.find(isIt) ?? { productId, kind: 'viewed', weight: 1 },
        ])
        return wish && { kind: wish.kind, ...(wish.wanted ? { wanted: wish.wanted } : {}) }
      } catch (fault) {
        deps.onFault(fault)
        return undefined
      }
    },
  }
}

import type { UnitToCome } from '../supply/unit-to-come'
import { cardStockOf } from './card-stock'
import type { AvailabilityView, StoredCard } from './ports'
import type { LiveProductCard } from './views'

type Variants = readonly {
  size: string
  colour: string
  available: number
  future?: number | undefined
  next?: UnitToCome | undefined
}[]

/** Cards with live stock laid over; `isLive` is false when it could not be read and they keep that of their own read. */
export type LaidCards = {
  readonly cards: readonly LiveProductCard[]
  readonly isLive: boolean
  readonly variantsOf: (productId: number) => Variants | undefined
}

export type LayStock = (cards: readonly StoredCard[]) => Promise<LaidCards>

/** A card as it was laid last, and the variants it was laid over: while both are the same objects, so is it. */
type Laid = { readonly over: Variants; readonly card: LiveProductCard }

/** Lays live stock over cards. A fault of the live view costs liveness, not the page; it is reported once. */
export const createLayStock = (
  availability: AvailabilityView,
  onFault: (part: 'stock', fault: unknown) => void,
): LayStock => {
  const laid = new WeakMap<StoredCard, Laid>()
  const lay = (card: StoredCard, variants: Variants): LiveProductCard => {
    const before = laid.get(card)
    if (before?.over === variants) return before.card
    const now = { ...card, stock: cardStockOf(variants) }
    laid.set(card, { over: variants, card: now })
    return now
  }
  return async (cards) => {
    if (cards.length === 0) return { cards, isLive: true, variantsOf: () => undefined }
    try {
      const live = await availability.ofProducts([...new Set(cards.map((card) => card.productId))])
      return {
        cards: cards.map((card) => {
          const variants = live.get(card.productId)
          return variants ? lay(card, variants) : card
        }),
        isLive: true,
        variantsOf: (productId) => live.get(productId),
      }
    } catch (fault) {
      onFault('stock', fault)
      return { cards, isLive: false, variantsOf: () => undefined }
    }
  }
}

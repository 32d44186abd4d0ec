import { cardStockOf } from './card-stock'
import type { AvailabilityView, StoredCard } from './ports'
import type { LiveProductCard } from './views'

type Variants = readonly { size: string; colour: string; available: number }[]

/** Cards with live stock laid over; `isLive` is false when it could not be read and they keep that of their own read. */
export type LaidCards = {
  readonly cards: readonly LiveProductCard[]
  readonly isLive: boolean
  readonly variantsOf: (productId: number) => Variants | undefined
}

export type LayStock = (cards: readonly StoredCard[]) => Promise<LaidCards>

/** Lays live stock over cards. A fault of the live view costs liveness, not the page; it is reported once. */
export const createLayStock =
  (availability: AvailabilityView, onFault: (part: 'stock', fault: unknown) => void): LayStock =>
  async (cards) => {
    if (cards.length === 0) return { cards, isLive: true, variantsOf: () => undefined }
    try {
      const live = await availability.ofProducts([...new Set(cards.map((card) => card.productId))])
      return {
        cards: cards.map((card) => {
          const variants = live.get(card.productId)
          return variants ? { ...card, stock: cardStockOf(variants) } : card
        }),
        isLive: true,
        variantsOf: (productId) => live.get(productId),
      }
    } catch (fault) {
      onFault('stock', fault)
      return { cards, isLive: false, variantsOf: () => undefined }
    }
  }

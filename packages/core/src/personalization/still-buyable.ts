import type { LaidCards, LayStock } from '../catalog/lay-stock'
import type { StoredCard } from '../catalog/ports'
import type { FeedItem } from './feed-answer'
import { isStillPromised } from './follow-later'
import type { ShopperView } from './shopper-view'

/** How long it takes at most is its own affair, or `untilMs` where nothing can be shown without it. */
export type LayStockUntil = (cards: readonly StoredCard[], untilMs?: number) => ReturnType<LayStock>

/** News of the stock that is later than this is not waited for: what was chosen is looked up again. */
const STOCK_LATE_MS = 600
/** On news that is later than this nothing that was chosen is shown unless it could be looked up. */
const STOCK_OLD_MS = 2_000

type FoundItems = {
  readonly items: readonly FeedItem[]
  readonly shopper: ShopperView
  readonly stockAsOfMs: number
  readonly untilMs: number
}

/**
 * What was chosen while the news of the stock was late, less what the live view says can neither be bought any more, in
 * the shopper's size where it is known, nor be promised as it was chosen. While the news is fresh nothing is looked up;
 * undefined where it is old and cannot be.
 */
export async function stillBuyable(
  { layStock, nowMs }: { readonly layStock: LayStockUntil; readonly nowMs: () => number },
  { items, shopper: { sizes }, stockAsOfMs, untilMs }: FoundItems,
): Promise<{ readonly items: FeedItem[]; readonly isLive: boolean } | undefined> {
  const ageMs = nowMs() - stockAsOfMs
  if (ageMs <= STOCK_LATE_MS) return { items: [...items], isLive: true }
  const isOld = ageMs > STOCK_OLD_MS
  const asked = items.map(({ card }) => card)
  const { cards, isLive, variantsOf } = await (isOld ? layStock(asked, untilMs) : layStock(asked))
  if (isOld && !isLive) return undefined
  const laid = new Map(cards.map((card) => [card.productId, card]))
  const buyable = items.flatMap((item) => {
    const card = laid.get(item.card.productId) ?? item.card
    const variants = variantsOf(card.productId)
    // By which day it may be promised is not looked up: on old news nobody says one.
    const isPromised = !isOld && item.later !== undefined && isStillPromised(item.later, variants ?? [])
    if (!isPromised && !isBuyableIn(sizes, card, variants)) return []
    const inSizes = sizes.get(card.category)?.filter((size) => isThere(size, variants))
    const asOfNow = isOld ? withoutDay(item) : item
    return [{ ...asOfNow, card, ...(inSizes === undefined || variants === undefined ? {} : { inSizes }) }]
  })
  return { items: buyable, isLive }
}

const withoutDay = ({ later: _, ...item }: FeedItem): FeedItem => item

/** Whether a card can be bought in a size of the shopper's, where one is known; without live stock, at all. */
export function isBuyableIn(sizes: ShopperView['sizes'], { category, stock }: StoredCard, variants: Variants): boolean {
  const worn = sizes.get(category)
  return variants?.some(({ size, available }) => available > 0 && (worn?.includes(size) ?? true)) ?? stock.available > 0
}
const isThere = (size: string, variants: Variants): boolean =>
  variants?.some((variant) => variant.size === size && variant.available > 0) ?? false
type Variants = ReturnType<LaidCards['variantsOf']>

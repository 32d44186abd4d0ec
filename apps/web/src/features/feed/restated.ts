import type { LiveProductCard } from '@selvedge/core'
import type { ServedItem } from './served-item'

/**
 * What stands on the page with its cards as they are now: a price that moved is another under the same picture, and a
 * reason that told of the price before is none any more. Stock stays: each card follows its own.
 */
export function restated(
  shown: readonly ServedItem[],
  now: readonly LiveProductCard[] | undefined,
): readonly ServedItem[] {
  if (now === undefined || now.length === 0) return shown
  const byId = new Map(now.map((card) => [card.productId, card]))
  return shown.map((item) => {
    const card = byId.get(item.card.productId)
    if (card === undefined) return item
    const isPast = item.reason.code === 'NOW_LESS' && card.priceMinor !== item.card.priceMinor
    return { ...item, card: { ...card, stock: item.card.stock }, ...(isPast ? { isReasonPast: true } : {}) }
  })
}

import type { ServedItem } from './served-item'

/**
 * What stands on the page, less reasons that tell of a price which may be over: a piece that a fresh answer brings up again
 * brings its own.
 */
export function withoutPast(shown: readonly ServedItem[], fresh: readonly ServedItem[]): readonly ServedItem[] {
  const again = new Set(fresh.map(({ card }) => card.productId))
  return shown.map((item) =>
    item.reason.code !== 'NOW_LESS' || again.has(item.card.productId) ? item : { ...item, isReasonPast: true },
  )
}

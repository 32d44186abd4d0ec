import type { CardStock } from '@selvedge/core'
import type { StockState } from '@/components/badge'

/** At or below this many the number is shown. It is always the true number, so it may be shown. */
export const FEW_LEFT_MAX = 3

/** What a card says about stock; nothing when there is plenty. */
export const cardStockState = ({ available, buyableSizes }: CardStock): StockState | undefined => {
  if (available <= 0 || buyableSizes === 0) return { kind: 'sold-out' }
  return available <= FEW_LEFT_MAX ? { kind: 'few', left: available } : undefined
}

import { type CardStock, isStillPromised, type Later } from '@selvedge/core'
import type { StockState } from '@/components/badge'
import { formatDay } from '../product/format-day'

/** At or below this many the number is shown. It is always the true number, so it may be shown. */
export const FEW_LEFT_MAX = 3

/** What a card says about stock; nothing when there is plenty. */
export const cardStockState = ({ available, buyableSizes }: CardStock): StockState | undefined => {
  if (available <= 0 || buyableSizes === 0) return { kind: 'sold-out' }
  return available <= FEW_LEFT_MAX ? { kind: 'few', left: available } : undefined
}

type Sized = { readonly size: string; readonly available: number; readonly future?: number | undefined }

/**
 * What a card says that was chosen for what is to come, in the words of the product page: by when. Nothing of the kind
 * once one of its sizes can be had now, or none of them may be promised any more.
 */
export const laterState = (later: Later, heard: readonly Sized[] | undefined): StockState | undefined => {
  const isHere = heard?.some(({ size, available }) => available > 0 && (later.sizes?.includes(size) ?? true))
  if (isHere || (heard && !isStillPromised(later, heard))) return undefined
  return { kind: later.kind, shipsBy: formatDay(later.shipsBy) }
}

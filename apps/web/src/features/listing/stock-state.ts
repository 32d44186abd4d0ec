import { type CardStock, type DatedUnit, followLater, type Later, type UnitToCome } from '@selvedge/core'
import type { StockState } from '@/components/badge'
import { formatDay } from '../product/format-day'

/** At or below this many the number is shown. It is always the true number, so it may be shown. */
export const FEW_LEFT_MAX = 3

/** What a card says about stock; nothing when there is plenty. */
export const cardStockState = ({ available, buyableSizes, later, isComing }: CardStock): StockState | undefined => {
  if (available > 0 && buyableSizes > 0) return available <= FEW_LEFT_MAX ? { kind: 'few', left: available } : undefined
  if (later !== undefined) return promisedState(later)
  return isComing ? { kind: 'coming' } : { kind: 'sold-out' }
}

type Sized = {
  readonly size: string
  readonly available: number
  readonly future?: number | undefined
  readonly next?: UnitToCome | undefined
}

/**
 * What a card says that was chosen for what is to come: by when, as of now. Nothing of the kind once one of its sizes can be
 * had now, or none of them may be promised any more.
 */
export const laterState = (later: Later, heard: readonly Sized[] | undefined): StockState | undefined => {
  if (heard?.some(({ size, available }) => available > 0 && (later.sizes?.includes(size) ?? true))) return undefined
  const now = heard === undefined ? later : followLater(later, heard)
  return now && promisedState(now)
}

/** In the words of the product page. */
const promisedState = ({ kind, shipsBy }: DatedUnit): StockState => ({ kind, shipsBy: formatDay(shipsBy) })

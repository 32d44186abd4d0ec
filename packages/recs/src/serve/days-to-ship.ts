import type { CatalogueTable } from './catalogue-table'
import { dayNumber } from './day-number'
import type { ItemFacts } from './item-facts'
import { isBuyable, promisedOn } from './promised'
import { isInMask, type StockBits } from './stock-bits'

type Facts = {
  readonly table: CatalogueTable
  readonly bits: StockBits
  readonly facts: ItemFacts
  readonly nowMs: number
}

/**
 * Days until a parcel with the product leaves, in the wanted sizes where any is known: from the nearest place that has one
 * of them, or until the day by which it may be promised. Of most products all sizes leave alike, and nothing is looked for.
 */
export function daysToShip(from: Facts, place: number, wanted: Int32Array | undefined): number {
  const { bits, facts, nowMs } = from
  const asAWhole = facts.shipDays[place] ?? 0
  const isVaried = facts.shipVaries[place] === 1
  if (!isVaried && !bits.hasPromise(place)) return asAWhole
  if (isBuyable(bits, place, wanted)) return isVaried ? soonestOf(from, place, wanted, asAWhole) : asAWhole
  const today = dayNumber(nowMs)
  const day = promisedOn(from, place, wanted, today)
  return day === 0 ? asAWhole : day - today
}

function soonestOf(
  { table: { variants }, bits, facts }: Facts,
  place: number,
  wanted: Int32Array | undefined,
  otherwise: number,
): number {
  let soonest = Number.POSITIVE_INFINITY
  for (let variant = variants.from[place] ?? 0; variant < (variants.from[place + 1] ?? 0); variant++) {
    if (bits.unitsOf(variant) <= 0) continue
    if (wanted !== undefined && !isInMask(wanted, variants.sizeCode[variant] ?? 0)) continue
    soonest = Math.min(soonest, facts.shipDaysOf[variant] ?? otherwise)
  }
  return Number.isFinite(soonest) ? soonest : otherwise
}

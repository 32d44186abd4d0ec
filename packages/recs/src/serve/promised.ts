import type { Later } from '@selvedge/core'
import type { CatalogueTable } from './catalogue-table'
import { dayOf } from './day-number'
import { isInMask, type StockBits } from './stock-bits'

/** What the rules of promises look at. */
export type PromiseFacts = { readonly table: CatalogueTable; readonly bits: StockBits }

/** Whether a product can be bought now, in one of the wanted sizes where any is known. */
export const isBuyable = (bits: StockBits, place: number, wanted: Int32Array | undefined): boolean =>
  wanted === undefined ? bits.units(place) > 0 : bits.hasAny(place, wanted)

/**
 * The first day, from `today` on, by which a product may be promised in a size that cannot be bought, of the wanted ones
 * where any is known; 0 for none. A day that has passed is nobody's word.
 */
export function promisedOn(
  { table: { variants }, bits }: PromiseFacts,
  place: number,
  wanted: Int32Array | undefined,
  today: number,
): number {
  if (!bits.hasPromise(place)) return 0
  let first = 0
  for (let variant = variants.from[place] ?? 0; variant < (variants.from[place + 1] ?? 0); variant++) {
    const day = bits.promisedBy(variant)
    if (day < today || day === 0 || (first !== 0 && day >= first)) continue
    if (wanted === undefined || isInMask(wanted, variants.sizeCode[variant] ?? 0)) first = day
  }
  return first
}

/** What is said of a product that cannot be bought now: by when, and in which of the wanted sizes by then. */
export function laterOf(
  facts: PromiseFacts,
  place: number,
  wanted: Int32Array | undefined,
  today: number,
): Later | undefined {
  const { table, bits } = facts
  if (isBuyable(bits, place, wanted)) return undefined
  const day = promisedOn(facts, place, wanted, today)
  if (day === 0) return undefined
  const { from, sizeCode, sizes } = table.variants
  const mine = new Set<number>()
  let kind: Later['kind'] = 'backorder'
  for (let variant = from[place] ?? 0; variant < (from[place + 1] ?? 0); variant++) {
    const code = sizeCode[variant] ?? 0
    if (bits.promisedBy(variant) !== day || (wanted !== undefined && !isInMask(wanted, code))) continue
    mine.add(code)
    if (bits.kindOf(variant) === 'preorder') kind = 'preorder'
  }
  const shipsBy = dayOf(day)
  return wanted === undefined ? { kind, shipsBy } : { kind, shipsBy, sizes: [...mine].map((code) => sizes.text(code)) }
}

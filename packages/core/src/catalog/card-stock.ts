import { soonestUnit } from '../supply/soonest-unit'
import type { UnitToCome } from '../supply/unit-to-come'
import { COLOURS, type ColourId } from './garments/colours'
import type { ListingQuery } from './listing'
import type { CardStock } from './views'

type Variant = {
  readonly size: string
  readonly available: number
  readonly future?: number | undefined
  readonly next?: UnitToCome | undefined
}

/**
 * Units over all variants of a product, and how many of its sizes can be bought in some colour; by when it can be had where
 * none can, or that more may be promised where no day is known: what can be ordered is not sold out.
 */
export function cardStockOf(variants: readonly Variant[]): CardStock {
  const sizes = new Map<string, boolean>()
  let available = 0
  for (const variant of variants) {
    available += variant.available
    sizes.set(variant.size, (sizes.get(variant.size) ?? false) || variant.available > 0)
  }
  let buyableSizes = 0
  for (const buyable of sizes.values()) if (buyable) buyableSizes++
  const later = available > 0 ? undefined : soonestUnit(variants.map(({ next }) => next))
  const isComing = available <= 0 && later === undefined && variants.some(({ future = 0 }) => future > 0)
  return {
    available,
    buyableSizes,
    totalSizes: sizes.size,
    ...(later === undefined ? {} : { later }),
    ...(isComing ? { isComing } : {}),
  }
}

/**
 * Whether a product still has what an in-stock listing promises: one variant to buy in a chosen size and a chosen
 * colour family. A listing drops a card that live stock contradicts, however old its facets are.
 */
export function keepsItsPromise(
  { inStock, size, colour }: ListingQuery,
  variants: readonly { size: string; colour: string; available: number }[],
): boolean {
  if (!inStock) return true
  return variants.some(
    (variant) =>
      variant.available > 0 &&
      (!size?.length || size.includes(variant.size)) &&
      (!colour?.length || colour.includes(familyOf(variant.colour))),
  )
}

/** The family of a colour by its id; a colour that the house does not know is its own family. */
export const familyOf = (colour: string): string => (isColourId(colour) ? COLOURS[colour].family : colour)

const isColourId = (text: string): text is ColourId => Object.hasOwn(COLOURS, text)

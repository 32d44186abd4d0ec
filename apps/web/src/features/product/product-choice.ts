import type { ProductDetail, ShownStock, SkuStock, UnitToCome } from '@selvedge/core'
import type { SizeAvailability } from '@/components/size-button'
import { FEW_LEFT_MAX } from '../listing/stock-state'

export type Variant = ProductDetail['variants'][number]
export type StockBySku = ReadonlyMap<string, SkuStock>

export type SizeChoice = {
  size: string
  label: string
  /** Absent where this colour was never made in the size. */
  variant: Variant | undefined
  availability: SizeAvailability
}

export const availableOf = (stock: StockBySku, sku: string): number => Math.max(0, stock.get(sku)?.available ?? 0)

const UNREAD_VERSION = -1
const SOME = 99

/**
 * Stands for stock that could not be read: nothing is called sold out because of a fault of ours, and the bag decides.
 * Any version from the stream wins over it.
 */
export const unreadStock = (sku: string): SkuStock => ({ sku, version: UNREAD_VERSION, available: SOME })

export const isUnread = (stock: StockBySku, sku: string): boolean => stock.get(sku)?.version === UNREAD_VERSION

/** What may be said of a number of units: the number itself only when it is small. */
export const availabilityOf = (available: number): SizeAvailability => {
  if (available <= 0) return { kind: 'sold-out' }
  return available <= FEW_LEFT_MAX ? { kind: 'low', left: available } : { kind: 'available' }
}

/** Every size of the product in its order, as it stands in one colour. */
export const sizesIn = (product: ProductDetail, colour: string, stock: StockBySku): SizeChoice[] =>
  [...product.sizes]
    .sort((a, b) => a.order - b.order)
    .map(({ value, label }) => {
      const variant = product.variants.find((one) => one.colour === colour && one.size === value)
      return {
        size: value,
        label,
        variant,
        availability: variant ? availabilityOf(availableOf(stock, variant.sku)) : { kind: 'sold-out' },
      }
    })

/** Whether nothing is left of a colour in any size. */
export const isColourSoldOut = (product: ProductDetail, colour: string, stock: StockBySku): boolean =>
  product.variants.every((variant) => variant.colour !== colour || availableOf(stock, variant.sku) === 0)

/** The colour asked for, else the first that can be bought, else the first. */
export const startColour = (product: ProductDetail, asked: string | undefined, stock: StockBySku): string => {
  const colours = product.colours.map(({ value }) => value)
  return (
    colours.find((colour) => colour === asked) ??
    colours.find((colour) => !isColourSoldOut(product, colour, stock)) ??
    colours[0] ??
    ''
  )
}

/** A product with one size needs no choosing. */
export const onlySize = (product: ProductDetail): string | undefined =>
  product.sizes.length === 1 ? product.sizes[0]?.value : undefined

export const expectedOn = (stock: readonly ShownStock[], sku: string): string | undefined =>
  stock.find((level) => level.sku === sku)?.expectedOn

/**
 * What may be promised of a SKU once nothing is on the shelf: as of when the page was made, until live stock tells of another
 * day, of none, or that the last is promised away.
 */
export const outlookOf = (stock: readonly ShownStock[], sku: string, live: StockBySku): ShownStock['outlook'] => {
  const shown = stock.find((level) => level.sku === sku)
  const now = live.get(sku)
  if (now?.next !== undefined) return outlookNow(shown?.outlook, now.next, now.future ?? 0)
  const isPromisedAway = now !== undefined && now.version > (shown?.version ?? 0) && (now.future ?? 0) <= 0
  return isPromisedAway ? undefined : shown?.outlook
}

const outlookNow = (
  shown: ShownStock['outlook'],
  { kind, shipsBy }: UnitToCome,
  units: number,
): ShownStock['outlook'] => {
  if (shipsBy !== undefined) return { kind, units, shipsOn: shipsBy }
  // Nobody names a day any more. Late since when is known of what was late already; the day of the page may be another's.
  const lateSince = shown?.kind === kind ? shown.lateSince : undefined
  return { kind, units, ...(lateSince === undefined ? {} : { lateSince }) }
}

/** Colours in which a size can still be had: the nearest thing to offer when the chosen one is gone. */
export const otherColoursWith = (product: ProductDetail, size: string, colour: string, stock: StockBySku) =>
  product.colours.filter(
    ({ value }) =>
      value !== colour &&
      product.variants.some(
        (variant) => variant.colour === value && variant.size === size && availableOf(stock, variant.sku) > 0,
      ),
  )

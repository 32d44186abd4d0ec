import { includedTaxMinor } from '../money'
import { type Quote, SHIPPING_METHODS, type ShippingMethod } from './checkout'

export type QuotedLine = {
  readonly sku: string
  readonly quantity: number
  /** Tax included. */
  readonly unitPriceMinor: number
}

export type PricedLine = QuotedLine & { readonly totalMinor: number; readonly taxMinor: number }

/** A quote with what an order stores beside it. */
export type PricedBag = Omit<Quote, 'lines'> & {
  readonly lines: PricedLine[]
  readonly shippingTaxMinor: number
  readonly shippingTaxRateBp: number
}

/**
 * The one function that prices a bag, in minor units of one currency, all prices with tax included.
 * Rounding: tax is taken out of each line's total and out of shipping by itself (`includedTaxMinor`, halves up on the
 * net) and then summed, so that an order's tax is the sum of what its lines say. The total is never rounded:
 * subtotal - discount + shipping. There are no promotions yet: discount is 0.
 */
export const quoteBag = (input: {
  readonly lines: readonly QuotedLine[]
  readonly currency: string
  readonly taxRateBp: number
  readonly shippingMethod: ShippingMethod
}): PricedBag => {
  const { currency, taxRateBp, shippingMethod } = input
  const lines = input.lines.map((line) => {
    const totalMinor = line.unitPriceMinor * line.quantity
    return { ...line, totalMinor, taxMinor: includedTaxMinor(totalMinor, taxRateBp) }
  })
  const subtotalMinor = lines.reduce((sum, line) => sum + line.totalMinor, 0)
  const { priceMinor, freeFromMinor } = SHIPPING_METHODS[shippingMethod]
  const shippingMinor = freeFromMinor !== undefined && subtotalMinor >= freeFromMinor ? 0 : priceMinor
  const shippingTaxMinor = includedTaxMinor(shippingMinor, taxRateBp)
  return {
    currency,
    lines,
    subtotalMinor,
    discountMinor: 0,
    shippingMinor,
    shippingTaxMinor,
    shippingTaxRateBp: taxRateBp,
    taxMinor: lines.reduce((sum, line) => sum + line.taxMinor, 0) + shippingTaxMinor,
    taxRateBp,
    totalMinor: subtotalMinor + shippingMinor,
  }
}

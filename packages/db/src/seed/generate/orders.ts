import { includedTaxMinor, SHIPPING_METHODS, type ShippingMethod } from '@selvedge/core'
import { createShopper } from './baskets'
import type { GeneratedCustomer } from './customers'
import { type Random, randomFrom } from './random'
import type { ProductSketch } from './sketch'

export type GeneratedOrderLine = {
  readonly productId: number
  readonly quantity: number
  readonly unitPriceMinor: number
  readonly taxMinor: number
  readonly totalMinor: number
}

/** A past order. It carries no stock effect: what it sold was gone before the ledger began. EUR, tax included. */
export type GeneratedOrder = {
  readonly id: string
  readonly number: string
  readonly customer: GeneratedCustomer
  readonly state: 'delivered' | 'shipped' | 'cancelled'
  readonly placedAt: Date
  readonly shippingMethod: ShippingMethod
  readonly lines: readonly GeneratedOrderLine[]
  readonly subtotalMinor: number
  readonly shippingMinor: number
  readonly shippingTaxMinor: number
  readonly taxMinor: number
  readonly totalMinor: number
  readonly paymentId: string
  readonly cardToken: 'card-approve'
}

/** The one inclusive rate of the first zone, in basis points. */
export const TAX_RATE_BP = 2100
const DAY_MS = 86_400_000

type Past = {
  readonly count: number
  readonly seed: number
  readonly today: Date
  readonly products: readonly ProductSketch[]
  readonly customers: readonly GeneratedCustomer[]
}

/** A year of orders, oldest first; what is in one basket goes together. Numbers run below those of the live shop. */
export function* generateOrders({ count, seed, today, products, customers }: Past): Generator<GeneratedOrder> {
  const random = randomFrom(seed, 'orders')
  const shop = createShopper(products, seed)
  const moments = Array.from({ length: count }, () => momentOfYear(today, random)).sort((a, b) => a - b)
  for (const [nth, moment] of moments.entries()) {
    const customer = random.weighted(customers, (_, place) => 1 / (place + 25))
    const basket = shop(customer, moment, random)
    if (basket.length > 0) yield orderOf(basket, { nth, count, customer, placedAt: new Date(moment), today, random })
  }
}

// More in the last months, more before Christmas and in the evening.
function momentOfYear(today: Date, random: Random): number {
  const day = Math.floor(random.next() ** 1.25 * 365) + 1
  const hour = random.weighted([8, 11, 14, 18, 20, 22], (h) => (h >= 18 ? 3 : 1.4))
  return today.getTime() - day * DAY_MS + hour * 3_600_000 + random.int(0, 7_199_000)
}

type Placing = { nth: number; count: number; customer: GeneratedCustomer; placedAt: Date; today: Date; random: Random }

function orderOf(basket: readonly ProductSketch[], placing: Placing): GeneratedOrder {
  const { nth, count, customer, placedAt, today, random } = placing
  const lines = basket.map(({ productId, priceMinor, category }) => {
    const quantity = category === 'accessories' || category === 'tops' ? (random.chance(0.07) ? 2 : 1) : 1
    const totalMinor = priceMinor * quantity
    return {
      productId,
      quantity,
      unitPriceMinor: priceMinor,
      totalMinor,
      taxMinor: includedTaxMinor(totalMinor, TAX_RATE_BP),
    }
  })
  const shippingMethod: ShippingMethod = random.chance(0.16) ? 'express' : 'standard'
  const subtotalMinor = lines.reduce((sum, line) => sum + line.totalMinor, 0)
  const shippingMinor = shippingFor(shippingMethod, subtotalMinor)
  const shippingTaxMinor = includedTaxMinor(shippingMinor, TAX_RATE_BP)
  const ageDays = (today.getTime() - placedAt.getTime()) / DAY_MS
  return {
    id: random.uuid(),
    number: String(48_210 - count + nth),
    customer,
    state: random.chance(0.03) ? 'cancelled' : ageDays > 5 ? 'delivered' : 'shipped',
    placedAt,
    shippingMethod,
    lines,
    subtotalMinor,
    shippingMinor,
    shippingTaxMinor,
    taxMinor: lines.reduce((sum, line) => sum + line.taxMinor, shippingTaxMinor),
    totalMinor: subtotalMinor + shippingMinor,
    paymentId: random.uuid(),
    cardToken: 'card-approve',
  }
}

function shippingFor(method: ShippingMethod, subtotalMinor: number): number {
  const { priceMinor, freeFromMinor } = SHIPPING_METHODS[method]
  return freeFromMinor !== undefined && subtotalMinor >= freeFromMinor ? 0 : priceMinor
}

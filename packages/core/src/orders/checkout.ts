import { z } from 'zod'
import { sentParcelSchema } from '../fulfilment/sent-parcel'
import { currencySchema, minorSchema } from '../money'
import { daySchema } from '../supply/day'
import { promiseKindSchema } from '../supply/views'
import { countrySchema } from './country'

const text = (max: number) => z.string().trim().min(1).max(max)

export const addressSchema = z.strictObject({
  name: text(120),
  line1: text(160),
  line2: z.string().trim().max(160).optional(),
  city: text(100),
  postcode: text(20),
  country: countrySchema,
})
export type Address = z.infer<typeof addressSchema>

/** To begin with: one zone, one inclusive rate, flat shipping (domain, money). Prices in EUR minor units. */
export const SHIPPING_METHODS = {
  standard: { label: 'Standard, 2 to 4 working days', priceMinor: 590, freeFromMinor: 15_000 },
  express: { label: 'Express, next working day', priceMinor: 1_490, freeFromMinor: undefined },
} as const
export type ShippingMethod = keyof typeof SHIPPING_METHODS
export const shippingMethodSchema = z.enum(['standard', 'express'])

/** Sandbox cards: what the provider does is decided by the token, as a test card's number would. */
export const SANDBOX_METHODS = {
  'card-approve': 'Test card that is approved',
  'card-decline': 'Test card that is declined',
  'card-timeout': 'Test card whose bank does not answer in time',
  'card-late': 'Test card that is approved late, after 20 seconds',
} as const
export type PaymentMethodToken = keyof typeof SANDBOX_METHODS
export const paymentMethodSchema = z.enum(['card-approve', 'card-decline', 'card-timeout', 'card-late'])

export const quoteSchema = z.object({
  currency: currencySchema,
  lines: z.array(
    z.object({ sku: z.string(), quantity: z.int(), unitPriceMinor: minorSchema, totalMinor: minorSchema }),
  ),
  subtotalMinor: minorSchema,
  discountMinor: minorSchema,
  shippingMinor: minorSchema,
  taxMinor: minorSchema,
  taxRateBp: z.int(),
  totalMinor: minorSchema,
})
export type Quote = z.infer<typeof quoteSchema>

/** `orderId` is made by the client and is the idempotency key of place-order. */
export const placeOrderSchema = z.strictObject({
  /** Small, as the database says it: texts that name the order are compared. */
  orderId: z.uuid().toLowerCase(),
  email: z.email().max(254),
  address: addressSchema,
  shippingMethod: shippingMethodSchema,
  paymentMethod: paymentMethodSchema,
  /** The total the shopper saw; another one now is a rejection, not a surprise. */
  expectedTotalMinor: minorSchema,
})
export type PlaceOrder = z.infer<typeof placeOrderSchema>

export const ORDER_STATES = [
  'placing',
  'confirmed',
  'payment_pending',
  'payment_failed',
  'cancelled',
  'part_shipped',
  'shipped',
  'delivered',
] as const
export type OrderState = (typeof ORDER_STATES)[number]

/** How the units of a line that were sold ahead stand. */
export const orderPromiseSchema = z.object({
  kind: promiseKindSchema,
  units: z.int(),
  /** Units of them that have arrived. */
  kept: z.int(),
  state: z.enum(['open', 'kept', 'cancelled']),
  firstShipBy: daySchema.optional(),
  /** The day that was told has passed, and the units are still to come. */
  isOverdue: z.boolean().optional(),
  /** `asked`: another day was told, and the buyer may keep or cancel. */
  choice: z.enum(['none', 'asked', 'keep']),
})

export const timelineEntrySchema = z.object({
  seq: z.int(),
  type: z.string(),
  atMs: z.number(),
  facts: z.record(z.string(), z.unknown()),
})
export const orderViewSchema = z.object({
  orderId: z.string(),
  number: z.string(),
  state: z.enum(ORDER_STATES),
  stateReason: z.string().optional(),
  email: z.string(),
  currency: currencySchema,
  subtotalMinor: minorSchema,
  discountMinor: minorSchema,
  shippingMinor: minorSchema,
  taxMinor: minorSchema,
  totalMinor: minorSchema,
  shippingMethod: shippingMethodSchema,
  address: addressSchema,
  placedAtMs: z.number(),
  lines: z.array(
    z.object({
      sku: z.string(),
      title: z.string(),
      brand: z.string(),
      colour: z.string(),
      size: z.string(),
      pictureKey: z.string(),
      quantity: z.int(),
      unitPriceMinor: minorSchema,
      totalMinor: minorSchema,
      /** The day told to the buyer by which the line leaves; none when it is unknown or was never told. */
      shipBy: daySchema.optional(),
      promise: orderPromiseSchema.optional(),
      /** Units that have left, and units that will not come; absent when none. */
      sent: z.int().exactOptional(),
      cancelled: z.int().exactOptional(),
    }),
  ),
  /** What has left, oldest first. */
  parcels: z.array(sentParcelSchema).exactOptional(),
  timeline: z.array(timelineEntrySchema),
})
export type OrderView = z.infer<typeof orderViewSchema>

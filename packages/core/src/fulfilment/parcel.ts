import { z } from 'zod'
import { ORDER_STATES } from '../orders/checkout'
import { carrierSchema, trackingNumberSchema } from './carriers'

/** picking -> packed -> shipped -> delivered; until it has left, a parcel can be put back. */
export const PARCEL_STATES = ['picking', 'packed', 'shipped', 'delivered', 'put-back'] as const
export type ParcelState = (typeof PARCEL_STATES)[number]

const numberSchema = z.string().min(1).max(20)
const unitsSchema = z.int().min(1).max(10_000)

/** `parcelId` is made by the client: the same request again begins one parcel. */
export const startParcelSchema = z.strictObject({
  number: numberSchema,
  parcelId: z.uuid(),
  locationId: z.int().positive(),
  lines: z
    .array(z.strictObject({ lineNo: z.int().positive(), quantity: unitsSchema }))
    .min(1)
    .max(100),
})
export type StartParcel = z.infer<typeof startParcelSchema>

/** What went into the box; a line that is not named is there in full. What is missing was looked for and not found. */
export const packParcelSchema = z.strictObject({
  parcelId: z.uuid(),
  short: z
    .array(z.strictObject({ lineNo: z.int().positive(), packed: z.int().min(0).max(10_000) }))
    .max(100)
    .default([]),
})
export type PackParcel = z.infer<typeof packParcelSchema>

export const shipParcelSchema = z.strictObject({
  parcelId: z.uuid(),
  carrier: carrierSchema,
  trackingNumber: trackingNumberSchema,
})
export type ShipParcel = z.infer<typeof shipParcelSchema>

export const parcelViewSchema = z.object({
  parcelId: z.string(),
  state: z.enum(PARCEL_STATES),
  locationId: z.int(),
  locationCode: z.string(),
  carrier: carrierSchema.exactOptional(),
  trackingNumber: z.string().exactOptional(),
  startedAtMs: z.number(),
  shippedAtMs: z.number().exactOptional(),
  deliveredAtMs: z.number().exactOptional(),
  /** `quantity` was asked of the picker; `packed` is in the box. */
  lines: z.array(z.object({ lineNo: z.int(), sku: z.string(), quantity: z.int(), packed: z.int().exactOptional() })),
})
export type ParcelView = z.infer<typeof parcelViewSchema>

/** Units of a line that one place can send now. */
export const readyUnitsSchema = z.object({
  lineNo: z.int(),
  sku: z.string(),
  locationId: z.int(),
  locationCode: z.string(),
  recordId: z.int(),
  units: z.int(),
})
export type ReadyUnits = z.infer<typeof readyUnitsSchema>

/** What of an order can go, what waits, and what is on its way. Units. */
export const fulfilmentViewSchema = z.object({
  orderId: z.string(),
  number: z.string(),
  state: z.enum(ORDER_STATES),
  ready: z.array(readyUnitsSchema),
  /** Promised from supply that has not come. */
  waiting: z.array(z.object({ lineNo: z.int(), sku: z.string(), units: z.int() })),
  parcels: z.array(parcelViewSchema),
})
export type FulfilmentView = z.infer<typeof fulfilmentViewSchema>

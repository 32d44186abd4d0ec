import { z } from 'zod'
import { daySchema } from './day'

const skuSchema = z.string().trim().min(1).max(64)
const unitsSchema = z.int().min(1).max(1_000_000)
const countedSchema = z.int().min(0).max(1_000_000)
const numberSchema = z.string().trim().min(1).max(20)

export const newSupplierSchema = z.strictObject({
  code: z
    .string()
    .trim()
    .regex(/^[A-Z0-9-]{2,12}$/, 'Two to twelve capitals, digits or dashes'),
  name: z.string().trim().min(1).max(120),
  email: z.email().max(254),
  country: z.string().regex(/^[A-Z]{2}$/, 'Two capitals'),
  leadDays: z.int().min(0).max(730),
})
export type NewSupplier = z.infer<typeof newSupplierSchema>

/** What of a supplier may change; its code stands on sheets and labels and stays. */
const supplierFactsSchema = newSupplierSchema.omit({ code: true })

/** Compare and set: `seen` is what stood there when it was opened. */
export const changeSupplierSchema = supplierFactsSchema.extend({
  supplierId: z.int().min(1),
  seen: z.strictObject({ name: z.string(), email: z.string(), country: z.string(), leadDays: z.int() }),
})
export type ChangeSupplier = z.infer<typeof changeSupplierSchema>
export type SupplierFacts = z.infer<typeof supplierFactsSchema>

export const newPurchaseOrderSchema = z.strictObject({
  supplierId: z.int().min(1),
  locationId: z.int().min(1),
  note: z.string().trim().max(500).optional(),
  lines: z
    .array(z.strictObject({ sku: skuSchema, units: unitsSchema }))
    .min(1)
    .max(500),
})
export type NewPurchaseOrder = z.infer<typeof newPurchaseOrderSchema>

/** `draftId` is made by the client: the same draft sent twice is one order. */
export const draftPurchaseOrderSchema = newPurchaseOrderSchema.extend({ draftId: z.uuid() })
export type DraftPurchaseOrder = z.infer<typeof draftPurchaseOrderSchema>

export const purchaseOrderMoveSchema = z.strictObject({ number: numberSchema, to: z.enum(['sent', 'cancelled']) })
export type PurchaseOrderMove = z.infer<typeof purchaseOrderMoveSchema>

/** Lines of one shipment, as it is announced and as it is received. */
export const SHIPMENT_LINES_MAX = 500

/** Presale: the units of the line may be sold before they arrive. */
const shipmentContentsSchema = z.strictObject({
  supplierId: z.int().min(1),
  locationId: z.int().min(1),
  purchaseOrder: numberSchema.optional(),
  reference: z.string().trim().max(80).optional(),
  expectedOn: daySchema,
  lines: z
    .array(z.strictObject({ sku: skuSchema, units: unitsSchema, presale: z.boolean().default(false) }))
    .min(1)
    .max(SHIPMENT_LINES_MAX),
})
export type ShipmentContents = z.infer<typeof shipmentContentsSchema>

/** `announcementId` is made by the client: the same announcement sent twice is one shipment. */
export const announceShipmentSchema = shipmentContentsSchema.extend({ announcementId: z.uuid() })
export type AnnounceShipment = z.infer<typeof announceShipmentSchema>

const ofShipment = { number: numberSchema, expectedVersion: z.int().min(1) }

/** Another day, and for lines other quantities or other presale; a line cut to what has come is done. */
export const changeShipmentSchema = z.strictObject({
  ...ofShipment,
  expectedOn: daySchema.optional(),
  lines: z
    .array(
      z.strictObject({ lineId: z.int().min(1), expected: countedSchema.optional(), presale: z.boolean().optional() }),
    )
    .max(SHIPMENT_LINES_MAX)
    .default([]),
})
export type ChangeShipment = z.infer<typeof changeShipmentSchema>

export const cancelShipmentSchema = z.strictObject(ofShipment)

/** `receiptId` is made by the client: the same receipt sent twice is received once. */
export const receiveShipmentSchema = z.strictObject({
  receiptId: z.uuid(),
  number: numberSchema,
  lines: z
    .array(
      z.strictObject({
        lineId: z.int().min(1),
        received: countedSchema,
        damaged: countedSchema,
        closes: z.boolean().default(false),
      }),
    )
    .min(1)
    .max(SHIPMENT_LINES_MAX),
  /** When it came, if it is written down later. */
  happenedAt: z.date().exactOptional(),
})
export type ReceiveShipment = z.infer<typeof receiveShipmentSchema>

/**
 * Units of a record that may be sold beyond stock and shipments, at so many days to replenish; 0 units: none. Compare and
 * set: `expectedVersion` is 0 where nothing was allowed before.
 */
export const backorderSchema = z.strictObject({
  recordId: z.int().min(1),
  units: z.int().min(0).max(100_000),
  leadDays: z.int().min(0).max(730),
  expectedVersion: z.int().min(0),
})
export type SetBackorder = z.infer<typeof backorderSchema>

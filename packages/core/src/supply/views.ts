import { z } from 'zod'
import { daySchema } from './day'

export const SHIPMENT_STATES = ['expected', 'part_received', 'received', 'cancelled'] as const
export const PURCHASE_ORDER_STATES = ['draft', 'sent', 'part_received', 'received', 'cancelled'] as const

export const promiseKindSchema = z.enum(['preorder', 'backorder'])
export type PromiseKind = z.infer<typeof promiseKindSchema>

/** What a SKU without stock can be promised: by which day, or since when its shipment is overdue. */
export const outlookSchema = z.object({
  kind: promiseKindSchema,
  units: z.int(),
  shipsOn: daySchema.optional(),
  lateSince: daySchema.optional(),
})

export const supplierViewSchema = z.object({
  id: z.int(),
  code: z.string(),
  name: z.string(),
  email: z.string(),
  country: z.string(),
  leadDays: z.int(),
  openOrders: z.int(),
  openShipments: z.int(),
})
export type SupplierView = z.infer<typeof supplierViewSchema>

export const purchaseOrderViewSchema = z.object({
  number: z.string(),
  state: z.enum(PURCHASE_ORDER_STATES),
  supplier: z.string(),
  supplierId: z.int(),
  location: z.string(),
  locationId: z.int(),
  note: z.string().optional(),
  createdAtMs: z.number(),
  lines: z.array(
    z.object({
      sku: z.string(),
      title: z.string(),
      ordered: z.int(),
      /** On shipments of this order, whatever has come of them. */
      announced: z.int(),
      received: z.int(),
    }),
  ),
  /** What was announced for it, oldest first. */
  shipments: z.array(z.object({ number: z.string(), state: z.enum(SHIPMENT_STATES), expectedOn: daySchema })),
})
export type PurchaseOrderView = z.infer<typeof purchaseOrderViewSchema>

export const shipmentSummarySchema = z.object({
  number: z.string(),
  state: z.enum(SHIPMENT_STATES),
  supplier: z.string(),
  location: z.string(),
  expectedOn: daySchema,
  firstExpectedOn: daySchema,
  /** Told for a later day than at first, or overdue. */
  isLate: z.boolean(),
  /** Its day has passed and no other was named. */
  isOverdue: z.boolean(),
  units: z.int(),
  arrived: z.int(),
  /** Units of it that buyers wait for. */
  promised: z.int(),
})
export type ShipmentSummary = z.infer<typeof shipmentSummarySchema>

export const shipmentViewSchema = shipmentSummarySchema.extend({
  version: z.int(),
  reference: z.string().optional(),
  purchaseOrder: z.string().optional(),
  lines: z.array(
    z.object({
      lineId: z.int(),
      recordId: z.int(),
      sku: z.string(),
      title: z.string(),
      colour: z.string(),
      size: z.string(),
      expected: z.int(),
      received: z.int(),
      damaged: z.int(),
      presale: z.boolean(),
      closed: z.boolean(),
      promised: z.int(),
    }),
  ),
  events: z.array(
    z.object({ type: z.string(), facts: z.record(z.string(), z.unknown()), actor: z.string(), atMs: z.number() }),
  ),
})
export type ShipmentView = z.infer<typeof shipmentViewSchema>

/** What may be sold of a record against replenishment that nobody has announced, and what was. */
export const backorderViewSchema = z.object({
  recordId: z.int(),
  sku: z.string(),
  title: z.string(),
  colour: z.string(),
  size: z.string(),
  locationCode: z.string(),
  location: z.string(),
  sellsOnline: z.boolean(),
  /** Pieces on the shelf that can be sold now. */
  available: z.int(),
  units: z.int(),
  leadDays: z.int(),
  /** 0: nothing was ever allowed. */
  version: z.int(),
  /** Units that orders wait for, bound to replenishment. */
  promised: z.int(),
  /** Units in bags and checkouts that would be. */
  held: z.int(),
  left: z.int(),
  /** The day told for a unit that is bound to it today. */
  shipsOn: daySchema,
})
export type BackorderView = z.infer<typeof backorderViewSchema>

export const backorderPromiseSchema = z.object({
  orderNumber: z.string(),
  units: z.int(),
  /** Absent once the day that was told has passed. */
  shipsOn: daySchema.optional(),
  madeAtMs: z.number(),
})
export type BackorderPromise = z.infer<typeof backorderPromiseSchema>

export const promiseAtRiskSchema = z.object({
  promiseId: z.int(),
  orderNumber: z.string(),
  sku: z.string(),
  title: z.string(),
  location: z.string(),
  units: z.int(),
  kind: promiseKindSchema,
  firstShipBy: daySchema.optional(),
  shipBy: daySchema.optional(),
  unbound: z.int(),
  choice: z.enum(['none', 'asked', 'keep']),
  why: z.enum(['unbound', 'overdue', 'later']),
})
export type PromiseAtRisk = z.infer<typeof promiseAtRiskSchema>

import {
  announceShipmentSchema,
  backorderPromiseSchema,
  backorderSchema,
  backorderViewSchema,
  cancelShipmentSchema,
  changeShipmentSchema,
  changeSupplierSchema,
  draftPurchaseOrderSchema,
  newSupplierSchema,
  promisableSchema,
  promiseAtRiskSchema,
  purchaseOrderMoveSchema,
  purchaseOrderViewSchema,
  receiveShipmentSchema,
  reject,
  shipmentSummarySchema,
  shipmentViewSchema,
  supplierViewSchema,
} from '@selvedge/core'
import { z } from 'zod'
import { orThrow } from '../reject'
import { router, staffProcedure } from '../trpc'
import { happenedAtSchema } from './happened-at'

const numberSchema = z.strictObject({ number: z.string().min(1).max(20) })
const numbered = z.object({ number: z.string() })
const versioned = z.object({ version: z.int() })

/** `admin.supply.*`: who delivers, what was ordered, what is on its way, and who waits for it. */
export const supplyRouter = router({
  suppliers: staffProcedure
    .output(z.array(supplierViewSchema))
    .query(async ({ ctx }) => [...(await ctx.services.supply.suppliers())]),

  addSupplier: staffProcedure
    .input(newSupplierSchema)
    .output(z.object({ supplierId: z.int() }))
    .mutation(async ({ ctx, input }) => orThrow(await ctx.services.supplyDesk.addSupplier(input))),

  changeSupplier: staffProcedure
    .input(changeSupplierSchema)
    .output(z.object({ supplierId: z.int() }))
    .mutation(async ({ ctx, input }) => {
      const { before } = orThrow(await ctx.services.supplyDesk.changeSupplier(input))
      ctx.stoodBefore(before)
      return { supplierId: input.supplierId }
    }),

  orders: staffProcedure
    .output(z.array(purchaseOrderViewSchema))
    .query(async ({ ctx }) => [...(await ctx.services.supply.orders())]),

  order: staffProcedure
    .input(numberSchema)
    .output(purchaseOrderViewSchema)
    .query(async ({ ctx, input: { number } }) => {
      const order = await ctx.services.supply.order(number)
      return order ?? orThrow(reject({ code: 'PURCHASE_ORDER_NOT_FOUND', number }))
    }),

  draftOrder: staffProcedure
    .input(draftPurchaseOrderSchema)
    .output(numbered)
    .mutation(async ({ ctx, input }) => orThrow(await ctx.services.supplyDesk.draftOrder(input, ctx.origin))),

  moveOrder: staffProcedure
    .input(purchaseOrderMoveSchema)
    .output(numbered)
    .mutation(async ({ ctx, input }) => orThrow(await ctx.services.supplyDesk.moveOrder(input))),

  shipments: staffProcedure
    .input(z.strictObject({ open: z.boolean() }))
    .output(z.array(shipmentSummarySchema))
    .query(async ({ ctx, input }) => [...(await ctx.services.supply.shipments(input))]),

  shipment: staffProcedure
    .input(numberSchema)
    .output(shipmentViewSchema)
    .query(async ({ ctx, input: { number } }) => {
      const shipment = await ctx.services.supply.shipment(number)
      return shipment ?? orThrow(reject({ code: 'SHIPMENT_NOT_FOUND', number }))
    }),

  announce: staffProcedure
    .input(announceShipmentSchema)
    .output(numbered)
    .mutation(async ({ ctx, input }) => orThrow(await ctx.services.supplyDesk.announce(input, ctx.origin))),

  change: staffProcedure
    .input(changeShipmentSchema)
    .output(versioned)
    .mutation(async ({ ctx, input }) => orThrow(await ctx.services.supplyDesk.change(input, ctx.origin))),

  cancel: staffProcedure
    .input(cancelShipmentSchema)
    .output(versioned)
    .mutation(async ({ ctx, input }) => orThrow(await ctx.services.supplyDesk.cancel(input, ctx.origin))),

  receive: staffProcedure
    .input(receiveShipmentSchema.extend({ happenedAt: happenedAtSchema }))
    .output(z.object({ repeated: z.boolean() }))
    .mutation(async ({ ctx, input }) => orThrow(await ctx.services.supplyDesk.receive(input, ctx.origin))),

  setBackorder: staffProcedure
    .input(backorderSchema)
    .output(versioned)
    .mutation(async ({ ctx, input }) => {
      const { version, before } = orThrow(await ctx.services.supplyDesk.setBackorder(input, ctx.origin))
      ctx.stoodBefore(before)
      return { version }
    }),

  /** Of an unknown SKU today alone, and nothing. */
  promisable: staffProcedure
    .input(z.strictObject({ sku: z.string().min(1).max(64) }))
    .output(promisableSchema)
    .query(({ ctx, input }) => ctx.services.supply.promisable(input.sku)),

  /** Of one SKU every record, with or without an allowance; otherwise those that have one, or promises on one. */
  backorders: staffProcedure
    .input(z.strictObject({ sku: z.string().trim().min(1).max(64).exactOptional() }))
    .output(z.array(backorderViewSchema))
    .query(async ({ ctx, input }) => [...(await ctx.services.supply.backorders(input))]),

  backorderPromises: staffProcedure
    .input(z.strictObject({ recordId: z.int().min(1) }))
    .output(z.array(backorderPromiseSchema))
    .query(async ({ ctx, input }) => [...(await ctx.services.supply.backorderPromises(input.recordId))]),

  promisesAtRisk: staffProcedure
    .output(z.array(promiseAtRiskSchema))
    .query(async ({ ctx }) => [...(await ctx.services.supply.promisesAtRisk(200))]),
})

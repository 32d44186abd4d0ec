import { STOCK_EVENT_TYPES, STOCK_FIGURES, TIME_AXES } from '@selvedge/core'
import { z } from 'zod'
import { idSchema, ledgerEntrySchema, stockStateSchema } from './stock-schemas'

const momentSchema = z.strictObject({ at: z.date(), axis: z.enum(TIME_AXES) })
const scopeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('sku'), variantId: idSchema }),
  z.strictObject({ kind: z.literal('location'), locationId: idSchema }),
  z.strictObject({ kind: z.literal('shop') }),
])
const page = { afterRecordId: idSchema.exactOptional(), limit: z.int().min(1).max(200) }

/** Points of a chart over one record's stream; without `from` and `to`, over all of it. */
export const timelineInput = z
  .strictObject({
    recordId: idSchema,
    axis: z.enum(TIME_AXES),
    from: z.date().exactOptional(),
    to: z.date().exactOptional(),
    points: z.int().min(2).max(200),
  })
  .refine(({ from, to }) => !from || !to || from < to, { path: ['to'], error: 'The end lies before the beginning' })
/** A record's state, with what was on its way to it. */
export const stateWithIncomingSchema = stockStateSchema.extend({ incoming: z.int() })
export const timelineSchema = z.object({
  firstAt: z.date(),
  nowAt: z.date(),
  points: z.array(stateWithIncomingSchema.extend({ at: z.date() })),
})
export const recordMomentInput = z.strictObject({ recordId: idSchema, moment: momentSchema })
export const whyInput = z.strictObject({
  recordId: idSchema,
  figure: z.enum(STOCK_FIGURES),
  moment: momentSchema,
  skip: z.int().min(0).max(100_000).exactOptional(),
  limit: z.int().min(1).max(100),
})
export const explanationSchema = z.object({
  value: z.int(),
  terms: z.array(z.object({ type: z.enum(STOCK_EVENT_TYPES), entries: z.int(), units: z.int() })),
  entries: z.array(ledgerEntrySchema.extend({ moved: z.int(), after: z.int() })),
})
export const recordsInput = z.strictObject({ scope: scopeSchema, moment: momentSchema, ...page })
export const changesInput = z.strictObject({ scope: scopeSchema, from: momentSchema, to: momentSchema, ...page })
export const recordAsOfSchema = stockStateSchema.extend({
  recordId: z.int(),
  variantId: z.int(),
  locationId: z.int(),
  sku: z.string(),
  productTitle: z.string(),
  colour: z.string(),
  size: z.string(),
  locationCode: z.string(),
  available: z.int(),
})
export const totalsSchema = stockStateSchema.extend({ records: z.int(), available: z.int() })

import { z } from 'zod'
import { currencySchema, minorSchema } from '../money'
import { daySchema } from '../supply/day'
import { promiseKindSchema } from '../supply/views'

/** What backs a bag line right now, as the database sees it. */
export const lineHoldSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('held'), expiresAtMs: z.number(), extendable: z.boolean() }),
  /** The hold ran out: the line says so and offers to take it again. */
  z.object({ state: z.literal('ended') }),
  /** Policy gave none; the line is kept and checked again at checkout. */
  z.object({ state: z.literal('none'), because: z.enum(['share', 'heat']) }),
])
export type LineHold = z.infer<typeof lineHoldSchema>

export const bagLineSchema = z.object({
  lineId: z.string(),
  productId: z.int(),
  sku: z.string(),
  slug: z.string(),
  title: z.string(),
  brand: z.string(),
  colour: z.string(),
  size: z.string(),
  pictureKey: z.string(),
  quantity: z.int(),
  unitPriceMinor: minorSchema,
  compareAtMinor: minorSchema.optional(),
  totalMinor: minorSchema,
  hold: lineHoldSchema,
  /** Units anyone could still take, beside this line's own; of supply to come where the line takes that. */
  available: z.int(),
  /** Units of the line that come later; no day while nobody can name one. */
  promise: z.object({ kind: promiseKindSchema, units: z.int(), shipsOn: daySchema.optional() }).optional(),
})
export type BagLine = z.infer<typeof bagLineSchema>

export const bagViewSchema = z.object({
  lines: z.array(bagLineSchema),
  currency: currencySchema,
  subtotalMinor: minorSchema,
  units: z.int(),
  maxUnitsPerSku: z.int(),
  /** How long a hold lasts here, and by how much it may be made longer. */
  holdMs: z.int(),
  extensionMs: z.int(),
  /** The database's clock when the bag was read: countdowns run against it. */
  serverNowMs: z.number(),
  version: z.int(),
})
export type BagView = z.infer<typeof bagViewSchema>

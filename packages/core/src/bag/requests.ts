import { z } from 'zod'

/** Pieces of one SKU. The channel's own limit is lower; this bound keeps nonsense from the database. */
const quantitySchema = z.int().min(1).max(1_000)

/** `requestId` is made by the client: reservation id, line id of a new line, and idempotency key. */
export const addToBagSchema = z.strictObject({
  requestId: z.uuid(),
  sku: z.string().min(1).max(64),
  quantity: quantitySchema,
  /** The page said that units come later, and the shopper wants them all the same. */
  allowFuture: z.boolean().optional(),
})
export type AddToBag = z.infer<typeof addToBagSchema>

export const setQuantitySchema = z.strictObject({ requestId: z.uuid(), lineId: z.uuid(), quantity: quantitySchema })
export type SetQuantity = z.infer<typeof setQuantitySchema>

export const takeAgainSchema = z.strictObject({ requestId: z.uuid(), lineId: z.uuid() })
export type TakeAgain = z.infer<typeof takeAgainSchema>

export const bagLineIdSchema = z.strictObject({ lineId: z.uuid() })

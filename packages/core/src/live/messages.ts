import { z } from 'zod'
import { unitToComeSchema } from '../supply/unit-to-come'

/**
 * Availability of one SKU as of a version; a page drops any version below the one it has, and of the same version only
 * another next unit is news: a shipment may be told for another day while the ledger stands still.
 */
export const skuStockSchema = z.object({
  sku: z.string(),
  version: z.int(),
  available: z.int(),
  /** Units of supply to come that may still be promised; absent where there are none. */
  future: z.int().optional(),
  /** The next of them, where nothing can be bought now; absent while that is not looked up. */
  next: unitToComeSchema.optional(),
})
export type SkuStock = z.infer<typeof skuStockSchema>

/** Of more products than these it is said that many have another price, not which. */
export const PRICES_NAMED_MAX = 200

/** What the live stream carries. Stock is state, not history: snapshot on connect and on change of topics, then changes. */
export const liveMessageSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('hello'),
    connectionId: z.string(),
    serverNowMs: z.number(),
    /** When prices moved last, as far as this server knows: who was not listening then has missed it. */
    pricesMovedAtMs: z.number().optional(),
  }),
  z.object({ type: z.literal('snapshot'), stock: z.array(skuStockSchema) }),
  z.object({ type: z.literal('stock'), stock: z.array(skuStockSchema), correlationId: z.string().optional() }),
  /**
   * Prices moved, and what is chosen goes by the new ones already. A page asks anew if it is concerned, at a moment of its
   * own within `spreadMs`: all open pages hear it at once.
   */
  z.object({
    type: z.literal('prices'),
    /** Absent where there are too many to name. */
    productIds: z.array(z.int()).max(PRICES_NAMED_MAX).optional(),
    spreadMs: z.int().min(0),
  }),
])
export type LiveMessage = z.infer<typeof liveMessageSchema>
export type PricesMoved = Extract<LiveMessage, { type: 'prices' }>

/** Topics are SKUs; at most this many for one stream. */
export const MAX_LIVE_TOPICS = 500
export const liveTopicsSchema = z.strictObject({
  connectionId: z.uuid(),
  skus: z.array(z.string().min(1).max(64)).max(MAX_LIVE_TOPICS),
})

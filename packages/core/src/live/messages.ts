import { z } from 'zod'

/** Availability of one SKU as of a version; a page drops any version not above the one it has. */
export const skuStockSchema = z.object({ sku: z.string(), version: z.int(), available: z.int() })
export type SkuStock = z.infer<typeof skuStockSchema>

/** What the live stream carries. Stock is state, not history: snapshot on connect and on change of topics, then changes. */
export const liveMessageSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('hello'), connectionId: z.string(), serverNowMs: z.number() }),
  z.object({ type: z.literal('snapshot'), stock: z.array(skuStockSchema) }),
  z.object({ type: z.literal('stock'), stock: z.array(skuStockSchema), correlationId: z.string().optional() }),
])
export type LiveMessage = z.infer<typeof liveMessageSchema>

/** Topics are SKUs; at most this many for one stream. */
export const MAX_LIVE_TOPICS = 500
export const liveTopicsSchema = z.strictObject({
  connectionId: z.uuid(),
  skus: z.array(z.string().min(1).max(64)).max(MAX_LIVE_TOPICS),
})

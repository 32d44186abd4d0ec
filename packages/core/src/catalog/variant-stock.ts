import { z } from 'zod'
import { skuStockSchema } from '../live/messages'

/** Products whose cards stand on a screen; a screen never shows more at once. */
export const variantStockInputSchema = z.strictObject({ productIds: z.array(z.int().min(1)).min(1).max(60) })

/** What a card's stock is made of: every variant with its size, so that a page can follow it live. */
export const variantStockSchema = z.array(
  z.object({ productId: z.int(), variants: z.array(skuStockSchema.extend({ size: z.string() })) }),
)
export type VariantStock = z.infer<typeof variantStockSchema>

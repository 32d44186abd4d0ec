import { z } from 'zod'
import { parsedOnce } from './parsed-once'
import { liveProductCardSchema, productCardSchema, productDetailSchema, shownStockSchema } from './views'

/** Parts of a screen that answered from a fallback: `stock` is then as of the last read, not live. */
const degradedSchema = z.array(z.enum(['stock']))

/** Where a rail comes from: `orders` is what buyers took together, `popular` the best sellers of the same category. */
export const togetherSourceSchema = z.enum(['orders', 'popular'])
export type TogetherSource = z.infer<typeof togetherSourceSchema>

export const homeViewSchema = z.object({
  /** All of them; those beyond the first four are named only and carry no cards. */
  collections: z.array(
    z.object({
      slug: z.string(),
      title: z.string(),
      standfirst: z.string(),
      heroKey: z.string().optional(),
      cards: z.array(liveProductCardSchema),
    }),
  ),
  newIn: z.array(liveProductCardSchema),
  popular: z.array(liveProductCardSchema),
  /** What buyers of the anchor took as well; absent while orders do not tell. */
  boughtTogether: z.object({ anchor: productCardSchema, cards: z.array(liveProductCardSchema) }).optional(),
  degraded: degradedSchema,
})
export type HomeView = z.infer<typeof homeViewSchema>

export const productViewSchema = z.object({
  product: parsedOnce(productDetailSchema),
  stock: z.array(shownStockSchema),
  /** Only what can be bought now. */
  boughtTogether: z.array(liveProductCardSchema),
  boughtTogetherSource: togetherSourceSchema,
  degraded: degradedSchema,
})
export type ProductView = z.infer<typeof productViewSchema>

/** What may be typed into the search box for suggestions. */
export const suggestInputSchema = z.strictObject({ text: z.string().trim().min(1).max(120) })
export const productInputSchema = z.strictObject({ slug: z.string().min(1).max(160) })

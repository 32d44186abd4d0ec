import { z } from 'zod'
import { productCardSchema } from './views'

/** What a card says of the price, for pages on which it moved. */
export const cardPriceSchema = productCardSchema.pick({ productId: true, priceMinor: true, compareAtMinor: true })
export type CardPrice = z.infer<typeof cardPriceSchema>
export const cardPricesSchema = z.array(cardPriceSchema)

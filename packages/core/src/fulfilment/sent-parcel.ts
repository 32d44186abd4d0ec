import { z } from 'zod'
import { carrierSchema } from './carriers'

/** A parcel as the buyer sees it. */
export const sentParcelSchema = z.object({
  parcelId: z.string(),
  carrier: carrierSchema,
  trackingNumber: z.string(),
  shippedAtMs: z.number(),
  deliveredAtMs: z.number().exactOptional(),
  lines: z.array(z.object({ sku: z.string(), quantity: z.int() })),
})
export type SentParcel = z.infer<typeof sentParcelSchema>

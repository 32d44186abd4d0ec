import { z } from 'zod'
import { FABRICS } from '../catalog/garments/cloth'
import { daySchema } from '../supply/day'

/**
 * Which records of the shop: every part narrows it. `sellableBy` asks for at least one unit to sell on that day, of what
 * is available and of what inbound shipments are to bring by then, less what was promised of it.
 */
export const stockFilterSchema = z.strictObject({
  /** SKU, title or brand, any part of it. */
  query: z.string().trim().min(1).max(80).exactOptional(),
  locationId: z.int().min(1).max(2_147_483_647).exactOptional(),
  /** The country a place is in. */
  region: z.string().length(2).exactOptional(),
  size: z.string().min(1).max(20).exactOptional(),
  fabric: z.enum(FABRICS).exactOptional(),
  sellableBy: daySchema.exactOptional(),
  onlyLow: z.boolean().exactOptional(),
})
export type StockFilter = z.infer<typeof stockFilterSchema>

/** Sums over every record of a filter. Units; `incoming` is expected of inbound shipments, by `sellableBy` if it is given. */
const sumsSchema = z.object({
  records: z.int(),
  onHand: z.int(),
  reserved: z.int(),
  allocated: z.int(),
  available: z.int(),
  incoming: z.int(),
})
export type StockSums = z.infer<typeof sumsSchema>
export const filteredTotalsSchema = sumsSchema.extend({
  /** The same by place, in the order of their codes; places without a record of the filter are left out. */
  places: z.array(sumsSchema.extend({ code: z.string(), name: z.string() })),
})
export type FilteredTotals = z.infer<typeof filteredTotalsSchema>

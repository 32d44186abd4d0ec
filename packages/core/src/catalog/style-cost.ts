import { z } from 'zod'
import { currencySchema, minorSchema } from '../money'
import type { Result } from '../result'

const productId = z.int().min(1).max(2_147_483_647)

/** A style with what its maker is paid for one, tax off: staff's alone, no answer to a shopper carries it. */
export const styleCostSchema = z.object({
  productId,
  slug: z.string(),
  title: z.string(),
  brand: z.string(),
  /** Who makes it; a style of which that is not known has no cost. */
  maker: z.string().optional(),
  /** The lowest price now, tax included. */
  priceMinor: minorSchema,
  currency: currencySchema,
  /** Absent where nobody has told. */
  costMinor: minorSchema.optional(),
  /** Share of the price without tax that is left; absent where the cost is. */
  margin: z.number().optional(),
})
export type StyleCost = z.infer<typeof styleCostSchema>

export const findCostsSchema = z.strictObject({
  /** In the title, the house or the address; empty for all. */
  find: z.string().trim().max(80).default(''),
  /** Only those of which nobody has told. */
  isUntold: z.boolean().default(false),
})
export type FindCosts = z.infer<typeof findCostsSchema>

export const writeCostSchema = z.strictObject({
  productId,
  /** Null takes it back: nobody has told. */
  costMinor: minorSchema.nullable(),
  currency: currencySchema,
  /** What stood there when it was looked at: another's change meanwhile is not written over. */
  seenMinor: minorSchema.nullable(),
})
export type WriteCost = z.infer<typeof writeCostSchema>

export type CostRejection =
  | { readonly code: 'STYLE_NOT_FOUND'; readonly productId: number }
  /** A cost belongs to a style and its maker. */
  | { readonly code: 'MAKER_NOT_KNOWN'; readonly productId: number }
  | { readonly code: 'COST_CURRENCY'; readonly expected: string; readonly told: string }
  | { readonly code: 'COST_CHANGED'; readonly costMinor: number | null; readonly currency: string }

export type StyleCosts = {
  /** By house and title; the first hundred. */
  list(asked: FindCosts): Promise<readonly StyleCost[]>
  /** Answers what stood there before. */
  write(cost: WriteCost, correlationId: string): Promise<Result<{ readonly costMinor: number | null }, CostRejection>>
}

import { z } from 'zod'

/**
 * How holds behave in a channel; stored with the channel, editable. Defaults are the domain's hold policy.
 * Times are milliseconds, shares are per mille of a SKU's units so that no float decides about stock.
 */
export const holdPolicySchema = z.strictObject({
  ttlMs: z.int().min(1_000).max(3_600_000).default(600_000),
  extensionMs: z.int().min(0).max(3_600_000).default(600_000),
  maxExtensions: z.int().min(0).max(10).default(1),
  /** While a payment is in flight a hold lives at most this much longer. */
  paymentGraceMs: z.int().min(0).max(900_000).default(300_000),
  maxUnitsPerSku: z.int().min(1).max(1_000).default(3),
  /** One shopper or address buys at most so many units of a SKU within `windowMs`; without it, any number. */
  perCustomer: z
    .strictObject({
      units: z.int().min(1).max(100_000),
      windowMs: z.int().min(60_000).max(31_536_000_000).default(2_592_000_000),
    })
    .optional(),
  maxLines: z.int().min(1).max(100).default(10),
  /** One shopper, session or address holds at most this share of a SKU (at least one unit). */
  holderSharePerMille: z.int().min(0).max(1_000).default(200),
  /** Bag holds together take at most this share of a SKU of at least `heatFloorUnits` units; the rest stays on sale. */
  heatPerMille: z.int().min(0).max(1_000).default(600),
  heatFloorUnits: z.int().min(1).max(1_000_000).default(20),
})
export type HoldPolicy = z.infer<typeof holdPolicySchema>

export const DEFAULT_HOLD_POLICY: HoldPolicy = holdPolicySchema.parse({})

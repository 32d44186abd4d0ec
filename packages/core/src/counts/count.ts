import { z } from 'zod'

/** open: being counted (and recounted). posted: in the books. */
export const COUNT_STATES = ['open', 'posted', 'cancelled'] as const
export type CountState = (typeof COUNT_STATES)[number]

export const COUNT_REASONS = ['routine', 'after-sale', 'suspected-loss', 'after-delivery', 'year-end'] as const
export type CountReason = (typeof COUNT_REASONS)[number]

/** What a shelf held when somebody looked: compared with the level of that moment, so that later sales do not distort it. */
export type Look = {
  readonly counted: number
  /** The record's on hand and version at the moment of the look. */
  readonly onHand: number
  readonly version: number
}

export type CountLine = {
  readonly recordId: number
  readonly variantId: number
  readonly first?: Look
  readonly second?: Look
}

/** Differences above `units` and above `percent` of what the books say are looked at a second time. */
export type RecountThreshold = { readonly units: number; readonly percent: number }

/** Records one count takes; a larger place is counted in parts. */
export const COUNT_LINES_MAX = 3_000

const idSchema = z.int().min(1).max(2_147_483_647)

export const openCountSchema = z.strictObject({
  requestId: z.uuid(),
  locationId: idSchema,
  /** SKU, title or brand, any part of it; the whole location when absent. */
  query: z.string().trim().min(1).max(80).exactOptional(),
  category: z.string().trim().min(1).max(40).exactOptional(),
  recountUnits: z.int().min(0).max(1_000).default(2),
  recountPercent: z.int().min(0).max(100).default(10),
})
export type OpenCount = z.infer<typeof openCountSchema>

export const countLineSchema = z.strictObject({
  countId: idSchema,
  sku: z.string().trim().min(1).max(64),
  counted: z.int().min(0).max(100_000),
  /** When somebody looked, if it is written down later; held against what the books say of that moment. */
  happenedAt: z.date().exactOptional(),
})
export type CountOneLine = z.infer<typeof countLineSchema>

export const postCountSchema = z.strictObject({
  countId: idSchema,
  expectedVersion: z.int().min(1),
  reason: z.enum(COUNT_REASONS),
  note: z.string().trim().min(1).max(280).exactOptional(),
  /** Lines nobody looked at are left out; without this they block the posting. */
  skipUncounted: z.boolean(),
})
export type PostCount = z.infer<typeof postCountSchema>
export const cancelCountSchema = z.strictObject({ countId: idSchema, expectedVersion: z.int().min(1) })
export type CancelCount = z.infer<typeof cancelCountSchema>

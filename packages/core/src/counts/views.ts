import { z } from 'zod'
import { COUNT_REASONS, COUNT_STATES } from './count'

export const countSummarySchema = z.object({
  countId: z.int(),
  state: z.enum(COUNT_STATES),
  version: z.int(),
  location: z.object({ locationId: z.int(), code: z.string(), name: z.string() }),
  filter: z.string(),
  lines: z.int(),
  counted: z.int(),
  recounts: z.int(),
  /** Sum of the differences posted; absent while the count is blind. */
  difference: z.int().exactOptional(),
  createdBy: z.string(),
  createdAt: z.date(),
  postedAt: z.date().exactOptional(),
  reason: z.enum(COUNT_REASONS).exactOptional(),
})
export type CountSummary = z.infer<typeof countSummarySchema>

/** A line as the counter sees it: blind, what the books say is told only after the posting. */
export const countLineViewSchema = z.object({
  recordId: z.int(),
  sku: z.string(),
  title: z.string(),
  colour: z.string(),
  size: z.string(),
  standing: z.enum(['uncounted', 'recount', 'counted']),
  /** What was entered last. */
  counted: z.int().exactOptional(),
  expected: z.int().exactOptional(),
  difference: z.int().exactOptional(),
})
export type CountLineView = z.infer<typeof countLineViewSchema>
export const countViewSchema = countSummarySchema.extend({
  recountUnits: z.int(),
  recountPercent: z.int(),
  note: z.string().exactOptional(),
  rows: z.array(countLineViewSchema),
})
export type CountView = z.infer<typeof countViewSchema>

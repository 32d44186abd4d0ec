import { z } from 'zod'

const LONGEST_MS = 366 * 86_400_000

/** A markdown as a merchandiser plans it. Times are epoch milliseconds. */
export const planMarkdownSchema = z
  .strictObject({
    name: z.string().trim().min(1).max(80),
    scope: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('product'), slug: z.string().min(1).max(200) }),
      z.strictObject({ kind: z.literal('collection'), slug: z.string().min(1).max(200) }),
    ]),
    percent: z.int().min(1).max(90),
    startsAtMs: z.int().min(0),
    endsAtMs: z.int().min(0).optional(),
    minStockAgeDays: z.int().min(0).max(3_650).optional(),
    minUnits: z.int().min(0).max(1_000_000).optional(),
  })
  .refine(({ startsAtMs, endsAtMs }) => endsAtMs === undefined || endsAtMs > startsAtMs, {
    path: ['endsAtMs'],
    error: 'The end lies before the start',
  })
  .refine(({ startsAtMs, endsAtMs }) => endsAtMs === undefined || endsAtMs - startsAtMs <= LONGEST_MS, {
    path: ['endsAtMs'],
    error: 'A markdown lasts a year at most',
  })
export type PlanMarkdown = z.infer<typeof planMarkdownSchema>

/** A markdown as staff see it. */
export const markdownViewSchema = z.object({
  id: z.int(),
  name: z.string(),
  scope: z.object({ kind: z.enum(['product', 'collection']), slug: z.string(), title: z.string() }),
  percent: z.int(),
  startsAtMs: z.number(),
  endsAtMs: z.number().optional(),
  minStockAgeDays: z.int().optional(),
  minUnits: z.int().optional(),
  state: z.enum(['scheduled', 'live', 'ended']),
  /** Products whose prices it has marked down now. */
  products: z.int(),
  createdBy: z.string(),
})
export type MarkdownView = z.infer<typeof markdownViewSchema>

/** What a plan would do if it were live now. */
export const markdownPreviewSchema = z.object({
  inScope: z.int(),
  marked: z.int(),
  /** Examples, dearest first. */
  examples: z.array(
    z.object({ title: z.string(), fromMinor: z.int(), toMinor: z.int(), stockAgeDays: z.int(), units: z.int() }),
  ),
})
export type MarkdownPreview = z.infer<typeof markdownPreviewSchema>

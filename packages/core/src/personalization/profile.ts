import { z } from 'zod'
import type { Dimension } from './dimensions'
import { personKeySchema } from './person'

const affinitySchema = z.record(z.string(), z.number())
/** Evidence for and against each value of a dimension, decayed to the profile's `asOfMs`. */
export const affinitiesSchema = z.object({
  category: affinitySchema,
  brand: affinitySchema,
  colour: affinitySchema,
  style: affinitySchema,
  material: affinitySchema,
  price: affinitySchema,
} satisfies Record<Dimension, typeof affinitySchema>)
export type Affinities = z.infer<typeof affinitiesSchema>

/** What purchases, returns and choices tell of a size of one brand in one category. Weights, decayed like taste. */
export const sizeEvidenceSchema = z.object({
  department: z.string(),
  category: z.string(),
  brand: z.string(),
  size: z.string(),
  /** Looked at and chosen. */
  chosen: z.number(),
  /** Bought, less what came back. */
  kept: z.number(),
  tooSmall: z.number(),
  tooLarge: z.number(),
  lastAtMs: z.number(),
})
export type SizeEvidence = z.infer<typeof sizeEvidenceSchema>

/** `remove` undoes the `add` before it. */
export const RECENT_KINDS = ['view', 'click', 'add', 'remove', 'purchase'] as const
export const recentItemSchema = z.object({ productId: z.int(), kind: z.enum(RECENT_KINDS), atMs: z.number() })
export type RecentItem = z.infer<typeof recentItemSchema>

/** The last thing said of a piece; what was taken back stays as `none`, so that an older word coming late changes nothing. */
export const judgementSchema = z.object({
  productId: z.int(),
  says: z.enum(['like', 'dislike', 'none']),
  atMs: z.number(),
})
export type Judgement = z.infer<typeof judgementSchema>

export const savedItemSchema = z.object({ productId: z.int(), isSaved: z.boolean(), atMs: z.number() })
export type SavedItem = z.infer<typeof savedItemSchema>

/** A piece that the person asked to be told of, by its SKU where one was named. */
export const awaitedItemSchema = z.object({ productId: z.int(), sku: z.string().optional(), atMs: z.number() })

/** Times a piece was shown since it was last opened. */
export const shownItemSchema = z.object({ productId: z.int(), times: z.number(), lastAtMs: z.number() })
export type ShownItem = z.infer<typeof shownItemSchema>

/** What the shop knows of a person's taste, small enough to be read with every page. Lists are newest first. */
export const profileSchema = z.object({
  person: personKeySchema,
  /** The moment all weights are decayed to; epoch milliseconds. */
  asOfMs: z.number(),
  signals: z.int(),
  taste: affinitiesSchema,
  /** The same over the last minutes: what this visit is about. */
  intent: affinitiesSchema,
  departments: affinitySchema,
  sizes: z.array(sizeEvidenceSchema),
  recent: z.array(recentItemSchema),
  judged: z.array(judgementSchema),
  saved: z.array(savedItemSchema),
  /** Absent in a profile from before this was remembered. */
  awaited: z.array(awaitedItemSchema).optional(),
  shown: z.array(shownItemSchema),
  searches: z.array(z.object({ query: z.string(), atMs: z.number() })),
  polls: z.array(z.string()),
})
export type Profile = z.infer<typeof profileSchema>

export const emptyAffinities = (): Affinities => ({
  category: {},
  brand: {},
  colour: {},
  style: {},
  material: {},
  price: {},
})

export const emptyProfile = (person: Profile['person'], asOfMs: number): Profile => ({
  person,
  asOfMs,
  signals: 0,
  taste: emptyAffinities(),
  intent: emptyAffinities(),
  departments: {},
  sizes: [],
  recent: [],
  judged: [],
  saved: [],
  shown: [],
  searches: [],
  polls: [],
})

import { z } from 'zod'
import { type Lean, leanSchema } from './signals'

const idSchema = z.string().regex(/^[a-z0-9-]{1,40}$/)

/** Answers of a question. */
export const POLL_ANSWERS_MIN = 2
export const POLL_ANSWERS_MAX = 4

const LEANS_MAX = 12
/** Slugs of pieces that an answer likes. */
const piecesSchema = z.array(z.string().min(1).max(120)).max(6)

/** One question with few answers; each stands for tastes, and for pieces, that count at once. */
export const pollOptionSchema = z.strictObject({
  id: idSchema,
  label: z.string().min(1).max(60),
  leans: z.array(leanSchema).max(LEANS_MAX),
  pieces: piecesSchema.optional(),
})
export type PollOption = z.infer<typeof pollOptionSchema>

export const pollSchema = z.strictObject({
  id: idSchema,
  question: z.string().min(3).max(120),
  options: z.array(pollOptionSchema).min(POLL_ANSWERS_MIN).max(POLL_ANSWERS_MAX),
  isActive: z.boolean(),
  position: z.int().min(0).max(1_000),
})
export type Poll = z.infer<typeof pollSchema>

/** A poll as shoppers see it. */
export const pollViewSchema = z.object({
  id: z.string(),
  question: z.string(),
  options: z.array(z.object({ id: z.string(), label: z.string() })),
})
export type PollView = z.infer<typeof pollViewSchema>

const isDistinct = (texts: readonly string[]): boolean =>
  new Set(texts.map((text) => text.toLowerCase())).size === texts.length
const momentMs = z.int().min(0).max(8_640_000_000_000)

/** A question as staff write it; every answer stands for something that the shop sells. Moments are epoch milliseconds. */
export const pollDraftSchema = z
  .strictObject({
    id: idSchema,
    question: z.string().trim().min(3).max(120),
    options: z
      .array(
        pollOptionSchema
          .extend({ label: z.string().trim().min(1).max(60) })
          .refine(({ leans, pieces = [] }) => leans.length + pieces.length > 0, {
            error: 'stands for nothing',
            path: ['leans'],
          }),
      )
      .min(POLL_ANSWERS_MIN)
      .max(POLL_ANSWERS_MAX)
      .refine((options) => isDistinct(options.map(({ id }) => id)), { error: 'two answers have one id' })
      .refine((options) => isDistinct(options.map(({ label }) => label)), { error: 'two answers read alike' }),
    position: z.int().min(0).max(1_000),
    startsAtMs: momentMs.optional(),
    endsAtMs: momentMs.optional(),
  })
  .refine(({ startsAtMs = 0, endsAtMs = Number.POSITIVE_INFINITY }) => startsAtMs < endsAtMs, {
    error: 'ends before it begins',
    path: ['endsAtMs'],
  })
export type PollDraft = z.infer<typeof pollDraftSchema>

export const POLL_STATES = ['open', 'scheduled', 'ended', 'closed'] as const

/** A question with what was answered so far. */
export const pollResultSchema = z.object({
  id: z.string(),
  question: z.string(),
  position: z.int(),
  state: z.enum(POLL_STATES),
  startsAtMs: z.number().optional(),
  endsAtMs: z.number().optional(),
  votes: z.int(),
  lastVoteAtMs: z.number().optional(),
  options: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      leans: z.array(leanSchema),
      pieces: piecesSchema.optional(),
      votes: z.int(),
    }),
  ),
})
export type PollResult = z.infer<typeof pollResultSchema>

/** What an answer can stand for: the values of each dimension that the catalogue has. */
export const pollValuesSchema = z.array(
  z.object({ dimension: leanSchema.shape.dimension, values: z.array(z.string()) }),
)
export type PollValues = z.infer<typeof pollValuesSchema>

export type PollRejection =
  | { readonly code: 'POLL_NOT_FOUND' | 'POLL_EXISTS'; readonly pollId: string }
  /** Votes were given to the question as it reads: it can be closed, not changed. */
  | { readonly code: 'POLL_ANSWERED'; readonly pollId: string; readonly votes: number }
  | { readonly code: 'POLL_PIECE_UNKNOWN'; readonly slug: string }
  | { readonly code: 'POLL_VALUE_UNKNOWN'; readonly dimension: Lean['dimension']; readonly value: string }

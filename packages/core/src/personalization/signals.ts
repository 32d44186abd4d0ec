import { z } from 'zod'
import { minorSchema } from '../money'
import { dimensionSchema } from './dimensions'

const productId = z.int().min(1).max(2_147_483_647)
/** Text that JSON carries and PostgreSQL does not store (NUL, half a surrogate pair) would stop a whole batch. */
const isStorable = (value: string): boolean => !value.includes('\0') && !/[\ud800-\udfff]/u.test(value)
const text = (max: number) =>
  z.string().min(1).max(max).refine(isStorable, { error: 'holds characters that cannot be stored' })
const slug = text(64)
const sku = text(64)

/** Where a piece was shown and by whose choice: what ranking learns from, with position bias and propensity told apart. */
export const showingSchema = z.strictObject({
  /** The rail or list: `home-for-you`, `product-similar`, `listing` … */
  placement: slug,
  /** 0 is the first place. */
  position: z.int().min(0).max(9_999),
  modelVersion: slug.optional(),
  /** Experiment and arm. */
  experiments: z
    .array(z.strictObject({ experiment: slug, arm: slug }))
    .max(8)
    .optional(),
  /** The source that brought it up. */
  source: slug.optional(),
  /** Chance with which an exploring slot showed it. */
  propensity: z.number().gt(0).max(1).optional(),
  /** Id of the answer that showed it. */
  servedId: z.uuid().optional(),
})
export type Showing = z.infer<typeof showingSchema>

/** What a browser observes by itself; kept only with consent. */
const OBSERVED = [
  z.strictObject({ kind: z.literal('impression'), productId, showing: showingSchema }),
  z.strictObject({ kind: z.literal('click'), productId, showing: showingSchema }),
  z.strictObject({ kind: z.literal('view'), productId, showing: showingSchema.optional() }),
  /** Milliseconds the page was looked at; half an hour at most. */
  z.strictObject({ kind: z.literal('dwell'), productId, dwellMs: z.int().min(0).max(1_800_000) }),
  /** The deepest point of a page that came into view. */
  z.strictObject({
    kind: z.literal('scroll'),
    page: text(120),
    productId: productId.optional(),
    depthPercent: z.int().min(0).max(100),
  }),
  z.strictObject({ kind: z.literal('search'), query: text(120), results: z.int().min(0).max(1e6) }),
  z.strictObject({ kind: z.literal('facet'), facet: slug, value: slug }),
  z.strictObject({ kind: z.literal('colour'), productId, colour: slug }),
  z.strictObject({ kind: z.literal('size'), productId, size: slug, colour: slug.optional() }),
  z.strictObject({ kind: z.literal('add'), productId, sku, size: slug, colour: slug.optional() }),
  z.strictObject({ kind: z.literal('remove'), productId, sku }),
] as const

/** Only these may come in a batch from a browser. */
export const browserSignalSchema = z.discriminatedUnion('kind', OBSERVED)
export type BrowserSignal = z.infer<typeof browserSignalSchema>

/** Why a piece came back, as far as taste and size can learn from it. */
export const FIT_REASONS = [
  'too-small',
  'too-large',
  'quality',
  'not-as-shown',
  'changed-mind',
  'late',
  'other',
] as const
export type FitReason = (typeof FIT_REASONS)[number]

/** A taste that a poll's option stands for; the weight is that of the evidence, below zero where it speaks against. */
export const leanSchema = z.strictObject({
  dimension: dimensionSchema,
  value: slug,
  weight: z.number().min(-10).max(10),
})
export type Lean = z.infer<typeof leanSchema>

/** What a shopper says outright, through a procedure of its own. */
const SAID = [
  z.strictObject({ kind: z.literal('like'), productId }),
  z.strictObject({ kind: z.literal('dislike'), productId }),
  /** Takes a like or dislike back: which one and when it was said, so that its evidence goes as it came. */
  z.strictObject({
    kind: z.literal('unjudge'),
    productId,
    takesBack: z.strictObject({ says: z.enum(['like', 'dislike']), atMs: z.int().min(0) }).optional(),
  }),
  z.strictObject({ kind: z.literal('save'), productId }),
  z.strictObject({ kind: z.literal('unsave'), productId }),
  z.strictObject({ kind: z.literal('notify'), productId, sku: sku.optional() }),
  /** Carries what the option stood for when it was chosen, so that the log alone can tell the profile. */
  z.strictObject({ kind: z.literal('poll'), pollId: slug, optionId: slug, leans: z.array(leanSchema).max(12) }),
  z.strictObject({ kind: z.literal('quiz'), productId, answer: z.enum(['yes', 'no']) }),
] as const

/** What the shop knows from its own books; these come from the outbox. */
const BOOKED = [
  z.strictObject({
    kind: z.literal('purchase'),
    productId,
    sku,
    size: slug,
    colour: slug,
    quantity: z.int().min(1).max(1_000),
    unitPriceMinor: minorSchema,
  }),
  z.strictObject({
    kind: z.literal('return'),
    productId,
    sku: sku.optional(),
    size: slug,
    quantity: z.int().min(1).max(1_000),
    reason: z.enum(FIT_REASONS),
  }),
] as const

/** Every signal there is. */
export const signalSchema = z.discriminatedUnion('kind', [...OBSERVED, ...SAID, ...BOOKED])
export type Signal = z.infer<typeof signalSchema>
export type SignalKind = Signal['kind']

const SAID_KINDS: ReadonlySet<SignalKind> = new Set(SAID.map((schema) => schema.shape.kind.value))

/** Whether the shopper said it outright. The rest is observed or booked and needs consent to be kept in a profile. */
export const isSaid = (kind: SignalKind): boolean => SAID_KINDS.has(kind)

import type { Cause, Origin } from '../origin'
import type { PhysicalType, PromiseType } from './events'

type Common = { readonly origin: Origin; readonly cause?: Cause }
type OfRecord = { readonly variantId: number; readonly recordId: number }

export const ADJUST_REASONS = ['count', 'damage', 'theft', 'found', 'receipt', 'sample', 'correction'] as const
export type AdjustReason = (typeof ADJUST_REASONS)[number]

/** One thing seen on the floor. */
export type Observation = OfRecord & {
  readonly type: PhysicalType
  /** Units, above 0; signed and not 0 for `Adjusted`; signed for `Counted`, where 0 says that the books were right. */
  readonly quantity: number
  readonly reason?: string
  readonly note?: string
  /** When it happened; without one, now. At most five minutes ahead of the database's clock (checked at the edge). */
  readonly effectiveAt?: Date
  /** Compare-and-set: the record's version the person saw, before this command. */
  readonly expectedVersion?: number
  /** Without one, the command's. */
  readonly cause?: Cause
  /** Unique per record: an observation seen before changes nothing and answers with the entry it made then. */
  readonly dedupeKey?: string
}

/** Physical observations, all or none: refused only for an unknown record or a stale `expectedVersion`. */
export type ObserveStock = Common & { readonly kind: 'observe'; readonly observations: readonly Observation[] }

/** One observation by hand. */
export type AdjustStock = Common &
  OfRecord & {
    readonly kind: 'adjust'
    /** Signed, not 0. */
    readonly delta: number
    readonly reason: AdjustReason
    readonly note?: string
    /** Compare-and-set: the version the person saw, or none. */
    readonly expectedVersion?: number
    /** When it happened; without one, now. */
    readonly effectiveAt?: Date
  }

/** What may be sold of a record: units kept back, and units that may be promised beyond what is there. */
export type ConfigureStock = Common & {
  readonly kind: 'configure'
  readonly settings: readonly (OfRecord & {
    readonly safetyStock?: number
    /** Lowered below what is promised beyond stock: newest holds give way, the rest becomes short. */
    readonly oversellCap?: number
    readonly reason?: string
    readonly cause?: Cause
  })[]
}

/** Promises about supply to come, told in the record's stream; the level does not change. */
export type AnnotatePromises = Common & {
  readonly kind: 'annotate'
  readonly notes: readonly (OfRecord & {
    readonly type: PromiseType
    readonly quantity: number
    readonly cause: Cause
    readonly reason?: string
    readonly note?: string
  })[]
}

/** What became of one observation: `version` is that of its entry, `repeated` when it was recorded before. */
export type Observed = {
  readonly recordId: number
  readonly version: number
  readonly repeated: boolean
}

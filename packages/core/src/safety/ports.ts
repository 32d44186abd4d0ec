import type { Cause, Origin } from '../origin'
import type { Result } from '../result'

/** What a place keeps from online sale, and how it stands. */
export type SafetyPlace = {
  readonly locationId: number
  readonly code: string
  readonly name: string
  /** warehouse, shop, supplier or returns */
  readonly kind: string
  /** Units of every SKU. */
  readonly units: number
  readonly staleAfterMinutes?: number | undefined
  readonly records: number
  /** Records whose number staff set, whatever the place's is. */
  readonly overrides: number
  /** Records off sale because nobody reported them lately. */
  readonly stale: number
  readonly lastReportAt?: Date | undefined
}

export type SafetyRule = {
  readonly locationId: number
  /** Units, 0 to 1,000. */
  readonly units: number
  readonly staleAfterMinutes?: number
}

/** The place after a change, and what was so before it. */
export type SafetyChange<Before> = { readonly place: SafetyPlace; readonly before: Before }

export type SafetyRejection = { readonly code: 'UNKNOWN_LOCATION'; readonly locationId: number }

export type SafetyDesk = {
  places(): Promise<readonly SafetyPlace[]>
  /** Sets a place's rule; its records follow at once, but for those that staff set by themselves. */
  save(
    origin: Origin,
    rule: SafetyRule,
  ): Promise<Result<SafetyChange<Pick<SafetyPlace, 'units' | 'staleAfterMinutes'>>, SafetyRejection>>
  /** Gives up what was set for single records of a place: they follow the place's rule again. */
  followRule(
    origin: Origin,
    locationId: number,
  ): Promise<Result<SafetyChange<Pick<SafetyPlace, 'overrides'>>, SafetyRejection>>
}

/** Writes a record's own number; it stands whatever the place's rule becomes. */
export type SafetyOverrides = {
  /** False when there is no such record. */
  set(change: {
    readonly origin: Origin
    readonly cause: Cause
    readonly reason: string
    readonly recordId: number
    readonly variantId: number
    readonly units: number
  }): Promise<boolean>
}

import type { Cause, Origin } from '../origin'
import type { HoldPolicy } from './hold-policy'

/** Who a hold belongs to. The session is the cart; shopper and address count only where they are known. */
export type Holder = { readonly cartId: string; readonly shopperId?: string; readonly addressKey?: string }

type Common = { readonly origin: Origin; readonly cause?: Cause }

/**
 * Take units for lines of one cart, all or nothing. `reservationId` is made by the client and is the idempotency key
 * within the cart. `replaces` is released in the same decision: own holds do not count against the holder.
 * `purpose: 'checkout'` is a hold for a payment about to be made: shares and heat, which keep bags from taking a SKU
 * off sale, do not apply to it.
 */
export type HoldUnits = Common & {
  readonly kind: 'hold'
  readonly holder: Holder
  readonly purpose: 'bag' | 'checkout'
  readonly policy: HoldPolicy
  readonly lines: readonly {
    readonly reservationId: string
    readonly variantId: number
    readonly units: number
    readonly replaces?: string
  }[]
}

type NamedHolds = {
  readonly cartId: string
  readonly holds: readonly { readonly reservationId: string; readonly variantId: number }[]
}

/** `shopper`: once per hold, by the policy's extension. `payment`: at least the grace from now, without using it up. */
export type ExtendHolds = Common &
  NamedHolds & { readonly kind: 'extend'; readonly by: 'shopper' | 'payment'; readonly policy: HoldPolicy }

/** Turn held units into allocated ones, all or nothing. Already committed answers the same again. */
export type CommitHolds = Common & NamedHolds & { readonly kind: 'commit' }

/** Give held units back. Already released or expired answers the same again; committed is a rejection. */
export type ReleaseHolds = Common & NamedHolds & { readonly kind: 'release'; readonly reason: string }

/** Undo a commit (compensation, cancelled order): allocated units become available again. Idempotent per hold. */
export type ReleaseAllocations = Common & NamedHolds & { readonly kind: 'release-allocation'; readonly reason: string }

/** A physical observation: never refused for promises, only for a stale `expectedVersion` or an unknown record. */
export type AdjustStock = Common & {
  readonly kind: 'adjust'
  readonly variantId: number
  readonly recordId: number
  /** Signed, not 0. */
  readonly delta: number
  readonly reason: AdjustReason
  readonly note?: string
  /** Compare-and-set: the version the person saw, or none. */
  readonly expectedVersion?: number
}

export const ADJUST_REASONS = ['count', 'damage', 'theft', 'found', 'receipt', 'sample', 'correction'] as const
export type AdjustReason = (typeof ADJUST_REASONS)[number]

export type StockCommand = HoldUnits | ExtendHolds | CommitHolds | ReleaseHolds | ReleaseAllocations | AdjustStock

import type { AllocationGuidance } from '../allocation/ports'
import type { Cause, Origin } from '../origin'
import type { HoldPolicy } from './hold-policy'
import type { AdjustStock, AnnotatePromises, ConfigureStock, ObserveStock } from './record-commands'

/** Who a hold belongs to. The session is the cart; shopper and address count only where they are known. */
export type Holder = { readonly cartId: string; readonly shopperId?: string; readonly addressKey?: string }

type Common = { readonly origin: Origin; readonly cause?: Cause }

/**
 * Take units for lines of one cart. `reservationId` is made by the client and is the idempotency key within the cart.
 * `replaces` is released in the same decision: own holds do not count against the holder.
 * `purpose: 'checkout'` is a hold for a payment about to be made: shares and heat, which keep bags from taking a SKU
 * off sale, do not apply to it.
 * `mode`: all lines in full or none (the default), or as many units of each line as there are; a best effort that finds
 * nothing at all is refused with the first line's reason. The shop's own bag and checkout never ask for a best effort:
 * whoever is given fewer than they chose is asked first. It is there for callers that take what there is. `allowFuture` lets a line draw on supply to come once the
 * stock of all locations is taken (back- and pre-orders, capped by the records' oversell cap).
 */
export type HoldUnits = Common & {
  readonly kind: 'hold'
  readonly holder: Holder
  readonly purpose: 'bag' | 'checkout'
  readonly policy: HoldPolicy
  readonly mode?: 'all-or-nothing' | 'best-effort'
  /** How the channel chooses where units come from; without it, the order of the selling places. */
  readonly allocation?: AllocationGuidance
  readonly lines: readonly {
    readonly reservationId: string
    readonly variantId: number
    readonly units: number
    readonly replaces?: string
    readonly allowFuture?: boolean
  }[]
}

type NamedHold = { readonly reservationId: string; readonly variantId: number }
type NamedHolds = { readonly cartId: string; readonly holds: readonly NamedHold[] }
/** `units`: only so many of the hold's; without it, all. Checkout commits holds whole; a part is for callers that take one. */
type NamedUnits = { readonly cartId: string; readonly holds: readonly (NamedHold & { readonly units?: number })[] }

/** `shopper`: once per hold, by the policy's extension. `payment`: at least the grace from now, without using it up. */
export type ExtendHolds = Common &
  NamedHolds & { readonly kind: 'extend'; readonly by: 'shopper' | 'payment'; readonly policy: HoldPolicy }

/**
 * Turn held units into allocated ones, all or nothing. Units of a hold beyond `units` are released in the same decision.
 * Already committed with as many units answers the same again.
 */
export type CommitHolds = Common & NamedUnits & { readonly kind: 'commit' }

/** Give held units back. Already released or expired answers the same again; committed is a rejection. */
export type ReleaseHolds = Common & NamedHolds & { readonly kind: 'release'; readonly reason: string }

/** Undo a commit (compensation, cancelled order): allocated units become available again. Idempotent per hold. */
export type ReleaseAllocations = Common & NamedHolds & { readonly kind: 'release-allocation'; readonly reason: string }

/** Units of one reservation at one record. */
export type AllocatedLine = {
  readonly variantId: number
  readonly recordId: number
  readonly cartId: string
  readonly reservationId: string
  readonly quantity: number
}

/** Allocated units leave with a parcel. Refused when they are not allocated there; a `dedupeKey` seen before is not. */
export type ShipAllocations = Common & {
  readonly kind: 'ship'
  readonly lines: readonly (AllocatedLine & { readonly dedupeKey?: string; readonly effectiveAt?: Date })[]
}

/** Move allocated units of one reservation to another record of the SKU that has them available. */
export type RelocateAllocation = Common & {
  readonly kind: 'relocate'
  readonly cartId: string
  readonly reservationId: string
  readonly variantId: number
  readonly fromRecordId: number
  readonly toRecordId: number
  /** Without it, everything that is allocated there and has not shipped. */
  readonly quantity?: number
  readonly reason: string
}

export type StockCommand =
  | HoldUnits
  | ExtendHolds
  | CommitHolds
  | ReleaseHolds
  | ReleaseAllocations
  | ShipAllocations
  | RelocateAllocation
  | AdjustStock
  | ObserveStock
  | ConfigureStock
  | AnnotatePromises

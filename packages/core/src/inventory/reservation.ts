/** A reservation resolves once: held -> committed | released | expired. */
export const RESERVATION_STATES = ['held', 'committed', 'released', 'expired'] as const
export type ReservationState = (typeof RESERVATION_STATES)[number]

/**
 * The part of a reservation that draws from one inventory record. All parts of one (cart, id) resolve together; when
 * only some units are committed, a part without any of them is `released`.
 */
export type ReservationPart = {
  readonly cartId: string
  readonly reservationId: string
  readonly recordId: number
  readonly variantId: number
  readonly quantity: number
  /** Units the whole reservation asked for, over all its parts. */
  readonly requestedUnits: number
  /** Units it was given when that was less than it asked for (best effort). */
  readonly grantedUnits?: number
  /** Of `quantity`, the units that were drawn on supply to come when the hold was taken. */
  readonly futureUnits: number
  /** Of `quantity`, the units that have left with a parcel. */
  readonly shipped: number
  readonly state: ReservationState
  readonly expiresAt: Date
  readonly extensions: number
  readonly heldAt: Date
  readonly shopperId?: string
  readonly addressKey?: string
  readonly resolution?: string
  /** Of the request that took the hold: when it ends by itself, that is told under the same id. */
  readonly correlationId?: string
}

/** A hold that ended by itself, and the id of the request that took it. */
export type ExpiredHold = { readonly reservationId: string; readonly correlationId?: string }

/** What the asker is told about a hold. Times are the database's. */
export type HoldReceipt = {
  readonly reservationId: string
  readonly variantId: number
  readonly units: number
  readonly state: ReservationState
  readonly expiresAt: Date
  readonly extendable: boolean
  /** `futureUnits` of a part were drawn on supply to come. */
  readonly parts: readonly { readonly recordId: number; readonly units: number; readonly futureUnits?: number }[]
}

export const ALLOCATION_RELEASED = 'allocation-released'

/** Units of a part that are promised to an order and have not left yet. */
export const allocatedUnits = (part: ReservationPart): number =>
  part.state === 'committed' && part.resolution !== ALLOCATION_RELEASED ? part.quantity - part.shipped : 0

export const heldUnits = (part: ReservationPart): number => (part.state === 'held' ? part.quantity : 0)

/** Units of a part that an order got and kept, shipped or not. */
export const boughtUnits = (part: ReservationPart): number =>
  part.state === 'committed' && part.resolution !== ALLOCATION_RELEASED ? part.quantity : 0

/** How a reservation stands as a whole: committed as soon as any of its units are. */
export const standingOf = (parts: readonly ReservationPart[]): ReservationPart | undefined =>
  parts.find((part) => part.state === 'committed') ?? parts[0]

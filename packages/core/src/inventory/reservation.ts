/** A reservation resolves once: held -> committed | released | expired. */
export const RESERVATION_STATES = ['held', 'committed', 'released', 'expired'] as const
export type ReservationState = (typeof RESERVATION_STATES)[number]

/** The part of a reservation that draws from one inventory record. All parts of one (cart, id) resolve together. */
export type ReservationPart = {
  readonly cartId: string
  readonly reservationId: string
  readonly recordId: number
  readonly variantId: number
  readonly quantity: number
  /** Units the whole reservation asked for, over all its parts. */
  readonly requestedUnits: number
  readonly state: ReservationState
  readonly expiresAt: Date
  readonly extensions: number
  readonly heldAt: Date
  readonly shopperId?: string
  readonly addressKey?: string
  readonly resolution?: string
}

/** What the asker is told about a hold. Times are the database's. */
export type HoldReceipt = {
  readonly reservationId: string
  readonly variantId: number
  readonly units: number
  readonly state: ReservationState
  readonly expiresAt: Date
  readonly extendable: boolean
  readonly parts: readonly { readonly recordId: number; readonly units: number }[]
}

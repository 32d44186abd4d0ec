import type { HeldReservation } from '@selvedge/core'

export type HoldsPage = { readonly now: Date; readonly rows: readonly HeldReservation[] }

/** Holds shown at once, soonest to end first. */
export const HOLD_ROWS = 200

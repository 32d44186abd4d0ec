/** Transfers shown at once, newest first. */
export const TRANSFER_ROWS = 100

/** Records shown at once. */
export const QUARANTINE_ROWS = 200

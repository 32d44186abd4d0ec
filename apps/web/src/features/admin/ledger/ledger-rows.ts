/** Entries fetched at once. */
export const LEDGER_ROWS = 40

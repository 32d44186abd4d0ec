import type { LedgerEntry, StockGridRow, StockLevelNow, StockState } from '@selvedge/core'

export type Level = StockLevelNow
export type GridPage = { readonly rows: readonly StockGridRow[]; readonly nextAfterRecordId: number | null }
/** A ledger entry with the fold up to it. */
export type BalancedEntry = LedgerEntry & { readonly after: StockState }
export type LedgerPage = { readonly entries: readonly BalancedEntry[]; readonly nextBeforeVersion: number | null }

/** Rows fetched at once. */
export const PAGE_ROWS = 100

/** A row under a newer level; an older answer that comes late changes nothing. */
export const withLevel = (row: StockGridRow, level: Level | undefined): StockGridRow =>
  level && level.recordId === row.recordId && level.version >= row.version ? { ...row, ...level } : row

import { evolve, type LedgerEntry, type StockState } from '@selvedge/core'

export type BalancedEntry = LedgerEntry & { readonly after: StockState }

/** Folds a page of the ledger, newest first as it came, from the balance before its oldest entry. */
export const balanceEntries = (before: StockState, newestFirst: readonly LedgerEntry[]): BalancedEntry[] => {
  const balanced: BalancedEntry[] = []
  let state = before
  for (const entry of [...newestFirst].reverse()) {
    state = evolve(state, entry)
    balanced.push({ ...entry, after: state })
  }
  return balanced.reverse()
}

import type { StockState } from '@selvedge/core'

export type StateRow = {
  version: number
  on_hand: number
  reserved: number
  allocated: number
  unavailable: number
  short: number
  oversell_cap: number
  safety_stock: number
}

export const toState = (row: StateRow): StockState => ({
  version: row.version,
  onHand: row.on_hand,
  reserved: row.reserved,
  allocated: row.allocated,
  unavailable: row.unavailable,
  short: row.short,
  oversellCap: row.oversell_cap,
  safetyStock: row.safety_stock,
})

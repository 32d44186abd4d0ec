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

/** The columns of a state that stands in a row beside another one, each under the prefix. */
export type PrefixedStateRow<Prefix extends string> = Readonly<Record<`${Prefix}${keyof StateRow}`, number>>

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

/** As `toState`, of columns under a prefix. */
export const toPrefixedState = <Prefix extends string>(row: PrefixedStateRow<Prefix>, prefix: Prefix): StockState => {
  const of = (column: keyof StateRow): number => row[`${prefix}${column}`]
  return toState({
    version: of('version'),
    on_hand: of('on_hand'),
    reserved: of('reserved'),
    allocated: of('allocated'),
    unavailable: of('unavailable'),
    short: of('short'),
    oversell_cap: of('oversell_cap'),
    safety_stock: of('safety_stock'),
  })
}

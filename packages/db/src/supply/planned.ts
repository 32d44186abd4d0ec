import type { Result, StockCommand, StockRejection, SupplyRejection } from '@selvedge/core'

/** What the desk's part of a transaction answers to the engine: commands for the ledger, or its own no. */
export type Planned = Promise<Result<readonly StockCommand[], SupplyRejection>>

/** What the desk answers. */
export type DeskAnswer<T> = Promise<Result<T, SupplyRejection | StockRejection>>

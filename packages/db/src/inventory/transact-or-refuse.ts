import { accept, type Result, type StockCommand, type StockOutcome, type StockRejection } from '@selvedge/core'
import type pg from 'pg'
import type { PgStockEngine } from './stock-engine'

export type Planned = { readonly commands: readonly StockCommand[] }

/**
 * A document and its stock in one transaction: `plan` locks the document, decides, and says what happens to the stock;
 * `write` records the document with what was planned, when the engine has agreed. A no of either leaves nothing behind.
 */
export const transactOrRefuse = async <P extends Planned, T, R>(
  engine: Pick<PgStockEngine, 'transact'>,
  steps: {
    readonly plan: (client: pg.PoolClient) => Promise<Result<P, R>>
    readonly write: (client: pg.PoolClient, planned: P, outcomes: readonly StockOutcome<StockCommand>[]) => Promise<T>
  },
): Promise<Result<T, R | StockRejection>> => {
  let agreed: P | undefined
  const done = await engine.transact<T, R>({
    plan: async (client) => {
      const decided = await steps.plan(client)
      if (!decided.ok) return decided
      agreed = decided.value
      return decided.value.commands
    },
    alongside: async (client, outcomes) => {
      if (!agreed) throw new Error('nothing was planned')
      return await steps.write(client, agreed, outcomes)
    },
  })
  return done.ok ? accept(done.value.value) : done
}

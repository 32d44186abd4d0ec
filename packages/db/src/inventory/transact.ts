import { accept, type Result, type StockCommand, type StockOutcome, type StockRejection } from '@selvedge/core'
import type pg from 'pg'
import { decideBatch, type StockResult } from './decide-batch'
import { inTransaction, mayRetry } from './in-transaction'

export type Outcome = StockOutcome<StockCommand>

/**
 * Domain rows and the ledger in one transaction of its own. `plan` locks and reads the domain's rows (documents by id,
 * always before stock levels: the one global order) and answers the commands, or a rejection of its domain; `alongside`
 * writes the domain's rows with what became of each command. Both may run again after a deadlock and must not act
 * outside the transaction.
 */
export type Transaction<T, R> = {
  readonly plan: (client: pg.PoolClient) => Promise<readonly StockCommand[] | Result<readonly StockCommand[], R>>
  readonly alongside?: (client: pg.PoolClient, outcomes: readonly Outcome[]) => Promise<T>
}

export type Transacted<T> = { readonly outcomes: readonly Outcome[]; readonly value: T }

const ATTEMPTS = 5

const isResult = <R>(
  planned: readonly StockCommand[] | Result<readonly StockCommand[], R>,
): planned is Result<readonly StockCommand[], R> => 'ok' in planned

const refusalAmong = (results: readonly StockResult[]) =>
  results.find((result): result is Extract<StockResult, { ok: false }> => !result.ok)

/** All commands or none: a rejection of any rolls everything back and is answered as a value. */
const attempt = <T, R>(
  pool: pg.Pool,
  sellingLocations: readonly number[],
  { plan, alongside }: Transaction<T, R>,
): Promise<Result<Transacted<T | undefined>, R | StockRejection>> =>
  inTransaction(
    pool,
    async (client) => {
      const planned = await plan(client)
      if (isResult(planned) && !planned.ok) return planned
      const commands = isResult(planned) ? planned.value : planned
      const results = commands.length === 0 ? [] : (await decideBatch(client, commands, sellingLocations)).results
      const refused = refusalAmong(results)
      if (refused) return refused
      const outcomes = results.flatMap((result) => (result.ok ? [result.value] : []))
      return accept({ outcomes, value: await alongside?.(client, outcomes) })
    },
    (answer) => answer.ok,
  )

/** Runs a transaction, again after a deadlock or serialisation failure, a bounded number of times. */
export const transact = async <T, R>(
  pool: pg.Pool,
  sellingLocations: readonly number[],
  transaction: Transaction<T, R>,
): Promise<Result<Transacted<T | undefined>, R | StockRejection>> => {
  for (let attempts = 1; ; attempts += 1) {
    try {
      return await attempt(pool, sellingLocations, transaction)
    } catch (fault) {
      if (!mayRetry(fault) || attempts === ATTEMPTS) throw fault
    }
  }
}

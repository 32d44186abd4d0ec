import {
  accept,
  decide,
  expireDueHolds,
  type Result,
  type StockCommand,
  type StockEngine,
  type StockOutcome,
  type StockRejection,
  variantsOf,
} from '@selvedge/core'
import type pg from 'pg'
import { openView, stamp, writeView } from './batch'
import { createMergeQueue, type Waiting } from './merge-queue'
import { createSellingLocations } from './selling-locations'
import { DUE_VARIANTS } from './sql'

type Outcome = StockOutcome<StockCommand>
type Answer = Result<Outcome, StockRejection>
type Item = Waiting<StockCommand, Answer>

export type StockEngineOptions = {
  readonly pool: pg.Pool
  /** Commands merged into one transaction at most. */
  readonly maxBatch?: number
  /** Transactions in flight at most, each on its own SKUs. */
  readonly lanes?: number
}

const SWEEP = { actor: 'system:expiry', correlationId: 'expiry' }
const RETRYABLE = new Set(['40001', '40P01'])
const sqlState = (fault: unknown): string => (fault instanceof Error && 'code' in fault ? String(fault.code) : '')
/** The server itself refused, so nothing was committed; after a lost connection nobody knows, and nobody retries here. */
const surelyRolledBack = (fault: unknown): boolean => /^(?!57|08)[0-9A-Z]{5}$/.test(sqlState(fault))

const inTransaction = async <T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> => {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    await client.query('BEGIN')
    const answer = await work(client)
    await client.query('COMMIT')
    return answer
  } catch (fault) {
    broken = fault instanceof Error ? fault : new Error(String(fault))
    await client.query('ROLLBACK').then(
      () => {
        broken = undefined
      },
      () => undefined,
    )
    throw fault
  } finally {
    // A connection that cannot even roll back is not given to the next caller.
    client.release(broken)
  }
}

/** The write side of the inventory over PostgreSQL (port: core StockEngine). */
export const createStockEngine = ({ pool, maxBatch = 256, lanes = 4 }: StockEngineOptions): StockEngine => {
  const sellingLocations = createSellingLocations(pool)

  const decideAll = async (items: readonly Item[]): Promise<Answer[]> => {
    const selling = await sellingLocations()
    return inTransaction(pool, async (client) => {
      const commands = items.map((item) => item.command)
      const view = await openView(
        client,
        commands,
        items.flatMap((item) => item.keys),
        selling,
        false,
      )
      expireDueHolds(view)
      const entries = stamp(view, 0, SWEEP)
      const answers = commands.map((command): Answer => {
        const from = view.applied.length
        const result = decide(view, command)
        entries.push(...stamp(view, from, command.origin))
        return result.ok ? accept({ now: view.now, answer: result.value } as Outcome) : result
      })
      await writeView(client, view, entries)
      return answers
    })
  }

  const runBatch = async (items: Item[]): Promise<void> => {
    let answers: Answer[]
    try {
      answers = await decideAll(items)
    } catch (fault) {
      // Another process won a deadlock or the batch holds one bad command: each gets a transaction of its own,
      // so that a fault is the fault of one caller only.
      if (!surelyRolledBack(fault) || (items.length === 1 && !RETRYABLE.has(sqlState(fault)))) throw fault
      for (const item of items) {
        await decideAll([item]).then(([answer]) => (answer ? item.resolve(answer) : item.reject(fault)), item.reject)
      }
      return
    }
    for (const [index, item] of items.entries()) {
      const answer = answers[index]
      if (answer) item.resolve(answer)
    }
  }

  const queue = createMergeQueue<StockCommand, Answer>(runBatch, { maxBatch, lanes })

  const expireDue = async (limit: number): Promise<number> => {
    const { rows } = await pool.query<{ variant_id: number }>({ ...DUE_VARIANTS, values: [limit] })
    if (rows.length === 0) return 0
    const selling = await sellingLocations()
    return inTransaction(pool, async (client) => {
      const view = await openView(
        client,
        [],
        rows.map((row) => row.variant_id),
        selling,
        true,
      )
      const expired = expireDueHolds(view)
      await writeView(client, view, stamp(view, 0, SWEEP))
      return expired
    })
  }

  return {
    execute: async <C extends StockCommand>(command: C) =>
      (await queue.push(command, [...new Set(variantsOf(command))])) as Result<StockOutcome<C>, StockRejection>,
    expireDue,
    close: () => queue.idle(),
  }
}

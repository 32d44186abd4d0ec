import { setTimeout as pause } from 'node:timers/promises'
import {
  type ExpiredHold,
  expireDueHolds,
  type Result,
  type StockCommand,
  type StockEngine,
  type StockOutcome,
  type StockRejection,
  variantsOf,
} from '@selvedge/core'
import type pg from 'pg'
import { openView, stamp, writesOf } from './batch'
import { decideAndCommit, type StockResult, SWEEP } from './decide-batch'
import { inTransaction, mayRetry, onConnection, surelyRolledBack } from './in-transaction'
import { createLanes, sendAll } from './lanes'
import { createMergeQueue, type Waiting } from './merge-queue'
import { createSellingLocations } from './selling-locations'
import { DUE_VARIANTS } from './sql'
import { type Transacted, type Transaction, transact } from './transact'

/**
 * Waits between looks at records that are due and locked. A writer expires what was due when it looked at the clock: what
 * became due while it held the lock is nobody's, and whoever came for it would have found it locked.
 */
const LOCKED_PAUSES_MS = [20, 60, 180, 400]

type Item = Waiting<StockCommand, StockResult>

export type StockEngineOptions = {
  readonly pool: pg.Pool
  /** Commands merged into one transaction at most. */
  readonly maxBatch?: number
  /** Connections of the engine's own, beside `pool`: transactions in flight at most. */
  readonly lanes?: number
}

/** The engine with the way to write domain rows in the same transaction: for the other slices of this package. */
export type PgStockEngine = StockEngine & {
  /** See `Transaction`; not merged with other callers. `value` is what `alongside` answered. */
  transact<T = undefined, R = never>(transaction: Transaction<T, R>): Promise<Result<Transacted<T>, R | StockRejection>>
  /** As `execute`, but in a transaction of its own instead of one shared with whoever asks at the same time. */
  executeAlone: StockEngine['execute']
}

/** The write side of the inventory over PostgreSQL (port: core StockEngine). */
export const createStockEngine = ({ pool, maxBatch = 256, lanes = 4 }: StockEngineOptions): PgStockEngine => {
  const sellingLocations = createSellingLocations(pool)

  const own = createLanes(pool, lanes)

  const decideAll = async (items: readonly Item[], locked: () => void): Promise<StockResult[]> => {
    const selling = await sellingLocations()
    const commands = items.map((item) => item.command)
    return onConnection(own, (client) => decideAndCommit(client, commands, selling, locked))
  }

  const runBatch = async (items: Item[], locked: () => void): Promise<void> => {
    let answers: StockResult[]
    try {
      answers = await decideAll(items, locked)
    } catch (fault) {
      // Another process won a deadlock or the batch holds one bad command: each gets a transaction of its own,
      // so that a fault is the fault of one caller only.
      if (!surelyRolledBack(fault) || (items.length === 1 && !mayRetry(fault))) throw fault
      for (const item of items) {
        await decideAll([item], locked).then(
          ([answer]) => (answer ? item.resolve(answer) : item.reject(fault)),
          item.reject,
        )
      }
      return
    }
    for (const [index, item] of items.entries()) {
      const answer = answers[index]
      if (answer) item.resolve(answer)
    }
  }

  const queue = createMergeQueue<StockCommand, StockResult>(runBatch, { maxBatch, lanes })

  /** Nothing when nothing is due, none when all of it is locked. */
  const expireUnlocked = async (limit: number): Promise<readonly ExpiredHold[] | undefined> => {
    const { rows } = await pool.query<{ variant_id: number }>({ ...DUE_VARIANTS, values: [limit] })
    if (rows.length === 0) return undefined
    const selling = await sellingLocations()
    const variants = rows.map((row) => row.variant_id)
    return inTransaction(pool, async (client) => {
      const view = await openView(client, [], variants, selling, { skipLocked: true })
      const expired = expireDueHolds(view)
      await sendAll(client, writesOf(view, stamp(view, 0, SWEEP)))
      return expired
    })
  }

  const expireDue = async (limit: number): Promise<readonly ExpiredHold[]> => {
    for (const pauseMs of LOCKED_PAUSES_MS) {
      const expired = await expireUnlocked(limit)
      if (expired === undefined || expired.length > 0) return expired ?? []
      await pause(pauseMs)
    }
    return (await expireUnlocked(limit)) ?? []
  }

  return {
    execute: async <C extends StockCommand>(command: C) =>
      (await queue.push(command, [...new Set(variantsOf(command))])) as Result<StockOutcome<C>, StockRejection>,
    executeAlone: async <C extends StockCommand>(command: C) => {
      const [answer] = await onConnection(own, async (client) =>
        decideAndCommit(client, [command], await sellingLocations(), () => undefined),
      )
      return answer as Result<StockOutcome<C>, StockRejection>
    },
    transact: async <T, R>(transaction: Transaction<T, R>) =>
      // Without an `alongside` there is no value, and T is undefined.
      (await transact(pool, await sellingLocations(), transaction)) as Result<Transacted<T>, R | StockRejection>,
    expireDue,
    close: async () => {
      await queue.idle()
      if (!own.ending) await own.end()
    },
  }
}

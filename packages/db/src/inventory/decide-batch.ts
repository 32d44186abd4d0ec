import {
  accept,
  decide,
  expireDueHolds,
  type Result,
  type StockCommand,
  type StockRejection,
  type StockView,
  variantsOf,
} from '@selvedge/core'
import type pg from 'pg'
import { openView, stamp, writesOf } from './batch'
import { sendAll } from './lanes'
import type { Outcome } from './transact'
import type { Stamped } from './write-parameters'

export type StockResult = Result<Outcome, StockRejection>

export const SWEEP = { actor: 'system:expiry', correlationId: 'expiry' }

/**
 * Commands decided at a time: while the database writes these, the next ones are decided. Fewer make more statements,
 * more leave the database waiting for the first.
 */
const CHUNK = 64

const expireDue = (view: StockView): Stamped[] => {
  expireDueHolds(view)
  return stamp(view, 0, SWEEP)
}

const decideOn = (
  view: StockView,
  commands: readonly StockCommand[],
): { results: StockResult[]; entries: readonly Stamped[] } => {
  const entries: Stamped[] = []
  const results = commands.map((command): StockResult => {
    const from = view.applied.length
    const result = decide(view, command)
    for (const entry of stamp(view, from, command.origin)) entries.push(entry)
    // The rule answers each kind of command with its own answer, which the union has forgotten.
    return result.ok ? accept({ now: view.now, answer: result.value } as Outcome) : result
  })
  return { results, entries }
}

/**
 * Decides commands in their order inside the caller's transaction: locks, clock, expiry of due holds, the pure rule,
 * one write. A refused command leaves no trace; whether the others stand is for the caller to say.
 */
export const decideBatch = async (
  client: pg.PoolClient,
  commands: readonly StockCommand[],
  sellingLocations: readonly number[],
): Promise<{ readonly now: Date; readonly results: readonly StockResult[] }> => {
  const view = await openView(client, commands, commands.flatMap(variantsOf), sellingLocations)
  const expired = expireDue(view)
  const { results, entries } = decideOn(view, commands)
  await sendAll(client, writesOf(view, [...expired, ...entries]))
  return { now: view.now, results }
}

/**
 * The same as a whole transaction in two round trips; `locked` is called when the locks are held. The writes are sent
 * behind one another without waiting, so that deciding and writing go on at the same time.
 */
export const decideAndCommit = async (
  client: pg.PoolClient,
  commands: readonly StockCommand[],
  sellingLocations: readonly number[],
  locked: () => void,
): Promise<StockResult[]> => {
  const variantIds = commands.flatMap(variantsOf)
  const view = await openView(client, commands, variantIds, sellingLocations, { begin: true })
  locked()
  const results: StockResult[] = []
  const sent: Promise<unknown>[] = []
  try {
    const expired = expireDue(view)
    for (let from = 0; from < commands.length; from += CHUNK) {
      const chunk = decideOn(view, commands.slice(from, from + CHUNK))
      results.push(...chunk.results)
      const writes = writesOf(view, from === 0 ? [...expired, ...chunk.entries] : chunk.entries)
      sent.push(sendAll(client, from + CHUNK < commands.length ? writes : [...writes, 'COMMIT']))
    }
  } catch (fault) {
    await Promise.allSettled(sent)
    throw fault
  }
  await Promise.all(sent)
  return results
}

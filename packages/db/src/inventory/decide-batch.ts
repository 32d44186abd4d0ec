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
import { openView, stamp, writeView } from './batch'
import type { Outcome } from './transact'
import type { Stamped } from './write-parameters'

export type StockResult = Result<Outcome, StockRejection>

export const SWEEP = { actor: 'system:expiry', correlationId: 'expiry' }

const decideOn = (
  view: StockView,
  commands: readonly StockCommand[],
): { results: StockResult[]; entries: readonly Stamped[] } => {
  expireDueHolds(view)
  const entries = stamp(view, 0, SWEEP)
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
  const { results, entries } = decideOn(view, commands)
  await writeView(client, view, entries)
  return { now: view.now, results }
}

/** The same as a whole transaction in two round trips; `locked` is called when the locks are held. */
export const decideAndCommit = async (
  client: pg.PoolClient,
  commands: readonly StockCommand[],
  sellingLocations: readonly number[],
  locked: () => void,
): Promise<StockResult[]> => {
  const variantIds = commands.flatMap(variantsOf)
  const view = await openView(client, commands, variantIds, sellingLocations, { begin: true })
  locked()
  const { results, entries } = decideOn(view, commands)
  await writeView(client, view, entries, { commit: true })
  return results
}

import {
  accept,
  decide,
  expireDueHolds,
  type Result,
  type StockCommand,
  type StockRejection,
  variantsOf,
} from '@selvedge/core'
import type pg from 'pg'
import { openView, stamp, writeView } from './batch'
import type { Outcome } from './transact'

export type StockResult = Result<Outcome, StockRejection>

export const SWEEP = { actor: 'system:expiry', correlationId: 'expiry' }

/**
 * Decides commands in their order inside the caller's transaction: locks, clock, expiry of due holds, the pure rule,
 * one write. A refused command leaves no trace; whether the others stand is for the caller to say.
 */
export const decideBatch = async (
  client: pg.PoolClient,
  commands: readonly StockCommand[],
  sellingLocations: readonly number[],
): Promise<StockResult[]> => {
  const view = await openView(client, commands, commands.flatMap(variantsOf), sellingLocations, false)
  expireDueHolds(view)
  const entries = stamp(view, 0, SWEEP)
  const results = commands.map((command): StockResult => {
    const from = view.applied.length
    const result = decide(view, command)
    entries.push(...stamp(view, from, command.origin))
    // The rule answers each kind of command with its own answer, which the union has forgotten.
    return result.ok ? accept({ now: view.now, answer: result.value } as Outcome) : result
  })
  await writeView(client, view, entries)
  return results
}

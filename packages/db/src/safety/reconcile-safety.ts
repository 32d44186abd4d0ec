import type { Origin } from '@selvedge/core'
import type pg from 'pg'
import type { PgStockEngine } from '../inventory/stock-engine'
import { RULED } from './safety-sql'

/** Records of one transaction: its locks are short. */
const AT_ONCE = 200

type Row = { record_id: number; variant_id: number; location_id: number; wanted: number; is_stale: boolean }

/** Records of these places, and those that are newer than one seen before. */
export type SafetyScope = { readonly locationIds: readonly number[]; readonly newerThan: number }

/** Every record is newer than none. */
export const EVERYTHING: SafetyScope = { locationIds: [], newerThan: 0 }
const ID_MAX = 2_147_483_647
export const ofPlace = (locationId: number): SafetyScope => ({ locationIds: [locationId], newerThan: ID_MAX })

const next = async (client: pg.ClientBase, { locationIds, newerThan }: SafetyScope): Promise<readonly Row[]> => {
  const { rows } = await client.query<Row>(
    `SELECT record_id, variant_id, location_id, wanted, is_stale FROM (${RULED}) ruled
     WHERE wanted <> safety_stock AND (location_id = ANY($1::int[]) OR record_id > $2) ORDER BY record_id LIMIT $3`,
    [locationIds, newerThan, AT_ONCE],
  )
  return rows
}

/**
 * Makes every record keep back what its rule says, by entries in its ledger; answers how many changed. Any number of
 * processes may run it: what is set already makes no entry.
 */
export const reconcileSafety = async (engine: PgStockEngine, origin: Origin, scope: SafetyScope): Promise<number> => {
  let changed = 0
  for (;;) {
    let rows: readonly Row[] = []
    const done = await engine.transact({
      plan: async (client) => {
        rows = await next(client, scope)
        const settings = rows.map(({ record_id, variant_id, location_id, wanted, is_stale }) => ({
          recordId: record_id,
          variantId: variant_id,
          safetyStock: wanted,
          reason: is_stale ? 'not reported lately' : 'rule of the place',
          cause: { type: 'safety-rule', id: String(location_id) } as const,
        }))
        return settings.length === 0 ? [] : [{ kind: 'configure', origin, settings }]
      },
    })
    if (!done.ok) throw new Error(`a record that was just read is refused: ${done.error.code}`)
    changed += rows.length
    if (rows.length < AT_ONCE) return changed
  }
}

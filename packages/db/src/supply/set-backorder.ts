import {
  accept,
  type BackorderSet,
  type Origin,
  type Result,
  reject,
  type SetBackorder,
  type StockCommand,
  type StockRejection,
  type SupplyRejection,
} from '@selvedge/core'
import type { PgStockEngine } from '../inventory/stock-engine'
import type { DeskAnswer } from './planned'
import { rebind } from './rebind'

/** How many units of a record may be sold against replenishment that nobody has announced. Who waits is bound again. */
export const setBackorder = async (
  engine: PgStockEngine,
  { recordId, units, leadDays, expectedVersion }: SetBackorder,
  origin: Origin,
): DeskAnswer<BackorderSet> => {
  let before = { units: 0, leadDays: 0 }
  const answer = await engine.transact({
    plan: async (client): Promise<Result<readonly StockCommand[], SupplyRejection | StockRejection>> => {
      const { rows } = await client.query<{ variantId: number }>(
        'SELECT variant_id AS "variantId" FROM inventory_record WHERE id = $1 FOR UPDATE',
        [recordId],
      )
      const record = rows[0]
      if (!record) return reject({ code: 'UNKNOWN_RECORD', recordId })
      const standing = await client.query<{ units: number; leadDays: number; version: number }>(
        'SELECT units, lead_days AS "leadDays", version FROM backorder_allowance WHERE record_id = $1',
        [recordId],
      )
      const { version, ...stood } = standing.rows[0] ?? { units: 0, leadDays: 0, version: 0 }
      if (version !== expectedVersion) return reject({ code: 'BACKORDER_CHANGED', recordId, version })
      before = stood
      await client.query(
        `INSERT INTO backorder_allowance (record_id, units, lead_days, version) VALUES ($1, $2, $3, $4)
        ON CONFLICT (record_id) DO UPDATE SET units = excluded.units, lead_days = excluded.lead_days, version = excluded.version`,
        [recordId, units, leadDays, version + 1],
      )
      const cause = { type: 'backorder', id: String(recordId) } as const
      return accept(
        await rebind(client, {
          variantIds: [record.variantId],
          recordIds: [recordId],
          causeOf: (id) => (id === recordId ? cause : undefined),
          origin,
        }),
      )
    },
  })
  return answer.ok ? accept({ version: expectedVersion + 1, before }) : answer
}

import type { SafetyOverrides } from '@selvedge/core'
import type { PgStockEngine } from '../inventory/stock-engine'

/** Records' own numbers over PostgreSQL: the setting and its entry in one transaction (port: core SafetyOverrides). */
export const createSafetyOverrides = ({ engine }: { engine: PgStockEngine }): SafetyOverrides => ({
  set: async ({ recordId, variantId, units, reason, origin, cause }) => {
    const done = await engine.transact({
      plan: async (client) => {
        // Before the level is locked, as everywhere: records first, then levels.
        await client.query('UPDATE inventory_record SET safety_override = $2 WHERE id = $1 AND variant_id = $3', [
          recordId,
          units,
          variantId,
        ])
        return [{ kind: 'configure', origin, cause, settings: [{ recordId, variantId, safetyStock: units, reason }] }]
      },
    })
    return done.ok
  },
})

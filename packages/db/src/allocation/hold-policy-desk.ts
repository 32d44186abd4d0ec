import { accept, type HoldPolicyDesk, holdPolicySchema, reject } from '@selvedge/core'
import type pg from 'pg'
import { inTransaction } from '../inventory/in-transaction'

/** Hold policies of channels over PostgreSQL (port: core HoldPolicyDesk). */
export const createHoldPolicyDesk = ({ pool }: { pool: pg.Pool }): HoldPolicyDesk => ({
  channels: async () => {
    const { rows } = await pool.query<{ code: string; name: string; hold_policy: unknown }>(
      'SELECT code, name, hold_policy FROM channel ORDER BY code',
    )
    return rows.map(({ code, name, hold_policy }) => ({ code, name, policy: holdPolicySchema.parse(hold_policy) }))
  },
  save: ({ channel, seen, policy }) =>
    inTransaction(pool, async (client) => {
      const { rows } = await client.query<{ hold_policy: unknown }>(
        'SELECT hold_policy FROM channel WHERE code = $1 FOR UPDATE',
        [channel],
      )
      if (!rows[0]) return reject({ code: 'UNKNOWN_CHANNEL', channel })
      const before = holdPolicySchema.parse(rows[0].hold_policy)
      // Both have been through the one schema, which writes its fields in one order.
      if (JSON.stringify(before) !== JSON.stringify(seen)) return reject({ code: 'HOLD_POLICY_CHANGED', channel })
      await client.query('UPDATE channel SET hold_policy = $2 WHERE code = $1', [channel, JSON.stringify(policy)])
      return accept({ before })
    }),
})

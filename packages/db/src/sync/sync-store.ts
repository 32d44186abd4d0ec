import type { SyncStore } from '@selvedge/core'
import type pg from 'pg'
import type { PgStockEngine } from '../inventory/stock-engine'
import { createApplyBatch } from './apply-batch'
import { readChanges, readLevelPage } from './read-changes'
import { readConflicts, readSources } from './read-sources'

type KeyRow = {
  id: string
  name: string
  key_id: string
  location_id: number | null
  sealed_secret: string
  previous_secret: string | null
}

/** Outside sources and what they told, over PostgreSQL (port: core SyncStore). */
export const createSyncStore = ({ pool, engine }: { pool: pg.Pool; engine: PgStockEngine }): SyncStore => ({
  sourceOfKey: async (keyId) => {
    const { rows } = await pool.query<KeyRow>(
      `SELECT id, name, key_id, location_id, sealed_secret,
              CASE WHEN previous_until > clock_timestamp() THEN previous_secret END AS previous_secret
         FROM sync_source WHERE key_id = $1 AND revoked_at IS NULL`,
      [keyId],
    )
    const [row] = rows
    if (!row) return undefined
    return {
      id: row.id,
      name: row.name,
      keyId: row.key_id,
      sealedSecrets: [row.sealed_secret, ...(row.previous_secret === null ? [] : [row.previous_secret])],
      ...(row.location_id === null ? {} : { locationId: row.location_id }),
    }
  },
  applyBatch: createApplyBatch({ pool, engine }),
  changes: (input) => readChanges(pool, input),
  levels: (input) => readLevelPage(pool, input),
  locationId: async (code) => {
    const { rows } = await pool.query<{ id: number }>('SELECT id FROM location WHERE code = $1', [code])
    return rows[0]?.id
  },
  sources: () => readSources(pool),
  addSource: async ({ id, name, keyId, locationId, sealedSecret, actor, expectedEveryMinutes }) => {
    await pool.query(
      `INSERT INTO sync_source (id, name, key_id, sealed_secret, location_id, expected_every_minutes, created_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [id, name, keyId, sealedSecret, locationId ?? null, expectedEveryMinutes, actor],
    )
  },
  rotate: async (id, sealedSecret, graceMs) => {
    const { rowCount } = await pool.query(
      `UPDATE sync_source SET previous_secret = sealed_secret, sealed_secret = $2,
         previous_until = clock_timestamp() + $3 * interval '1 millisecond' WHERE id = $1 AND revoked_at IS NULL`,
      [id, sealedSecret, graceMs],
    )
    return rowCount === 1
  },
  revoke: async (id) => {
    const { rowCount } = await pool.query(
      `UPDATE sync_source SET revoked_at = clock_timestamp(), previous_secret = NULL
        WHERE id = $1 AND revoked_at IS NULL`,
      [id],
    )
    return rowCount === 1
  },
  conflicts: (input) => readConflicts(pool, input),
  resolveConflict: async (id, actor) => {
    const { rowCount } = await pool.query(
      `UPDATE sync_conflict SET resolved_at = clock_timestamp(), resolved_by = $2 WHERE id = $1 AND resolved_at IS NULL`,
      [id, actor],
    )
    return rowCount === 1
  },
})

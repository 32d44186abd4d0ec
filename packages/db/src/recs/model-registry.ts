import { accept, type ModelRegistry, type ModelVersion, reject } from '@selvedge/core'
import type { Pool } from 'pg'
import { z } from 'zod'

type Row = {
  name: string
  version: string
  checksum: string
  active: boolean
  created_at: Date
  size: number
  window: unknown
  metrics: unknown
}

const windowSchema = z.object({ from: z.string().nullish(), to: z.string().nullish() }).nullish()
const metricsSchema = z.record(z.string(), z.number()).nullish()

/** Every stored version of every model, and the switch between them. */
export const createModelRegistry = ({ pool }: { readonly pool: Pool }): ModelRegistry => ({
  list: async () => {
    const { rows } = await pool.query<Row>(
      `SELECT name, version, checksum, active, created_at,
              coalesce(octet_length(file), pg_column_size(body))::int AS size, body->'window' AS window,
              body->'metrics' AS metrics
       FROM model_artefact ORDER BY name, id DESC`,
    )
    return rows.map(versionOf)
  },

  promote: async (name, version) => {
    const client = await pool.connect()
    try {
      await client.query('BEGIN')
      // The same lock as publishing: exactly one version is active afterwards, whoever else is at it.
      await client.query('SELECT pg_advisory_xact_lock(hashtext($1))', [`model:${name}`])
      const { rowCount } = await client.query(
        'UPDATE model_artefact SET active = (version = $2) WHERE name = $1 AND EXISTS (SELECT 1 FROM model_artefact WHERE name = $1 AND version = $2)',
        [name, version],
      )
      await client.query('COMMIT')
      return rowCount === 0 ? reject({ code: 'MODEL_NOT_FOUND', name, version }) : accept(undefined)
    } catch (fault) {
      await client.query('ROLLBACK')
      throw fault
    } finally {
      client.release()
    }
  },
})

function versionOf({ name, version, checksum, active, created_at, size, window, metrics }: Row): ModelVersion {
  const { from, to } = windowSchema.parse(window) ?? {}
  return {
    name,
    version,
    checksum,
    isActive: active,
    createdAt: created_at,
    sizeBytes: size,
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
    metrics: metricsSchema.parse(metrics) ?? {},
  }
}

import { type ServedLog, type ServedRow, servedRowSchema } from '@selvedge/core'
import type { Pool } from 'pg'
import type { z } from 'zod'

type Row = {
  id: string
  served_at: Date
  person: string | null
  placement: string
  ask: unknown
  products: unknown
  versions: unknown
}

/** Answers as they were given, written in bulk. */
export const createServedLog = ({ pool }: { readonly pool: Pool }): ServedLog => ({
  append: async (rows) => {
    if (rows.length === 0) return
    await pool.query({
      name: 'served-append',
      text: `INSERT INTO served_answer (id, served_at, person, placement, ask, products, versions)
             SELECT * FROM unnest($1::uuid[], $2::timestamptz[], $3::text[], $4::text[], $5::jsonb[], $6::jsonb[], $7::jsonb[])
             ON CONFLICT DO NOTHING`,
      values: [
        rows.map(({ servedId }) => servedId),
        rows.map(({ servedAt }) => servedAt),
        rows.map(({ person }) => person ?? null),
        rows.map(({ placement }) => placement),
        rows.map((row) => JSON.stringify(askedOf(row))),
        rows.map(({ products }) => JSON.stringify(products)),
        rows.map(({ versions }) => JSON.stringify(versions)),
      ],
    })
  },

  find: async (servedId) => {
    const { rows } = await pool.query<Row>('SELECT * FROM served_answer WHERE id = $1', [servedId])
    return rows[0] && rowOf(rows[0])
  },

  recent: async ({ person, limit }) => {
    const { rows } = await pool.query<Row>(
      `SELECT * FROM served_answer WHERE $1::text IS NULL OR person = $1 ORDER BY served_at DESC LIMIT $2`,
      [person ?? null, limit],
    )
    return rows.map(rowOf)
  },
})

/** What of a row has no column of its own; what is undefined is left out. */
function askedOf(row: ServedRow): z.input<typeof askSchema> {
  const { seed, anchorId, country, landing, length, present } = row
  const { experiments, isImpersonal, plan, rankerVersion, modelVersions } = row
  const armed = { experiments, isImpersonal, plan, rankerVersion, modelVersions }
  return { seed, anchorId, country, landing, length, present, ...armed }
}

const askSchema = servedRowSchema.pick({
  seed: true,
  anchorId: true,
  country: true,
  landing: true,
  length: true,
  present: true,
  experiments: true,
  isImpersonal: true,
  plan: true,
  rankerVersion: true,
  modelVersions: true,
})

const rowOf = (row: Row): ServedRow =>
  servedRowSchema.parse({
    servedId: row.id,
    servedAt: row.served_at,
    ...(row.person === null ? {} : { person: row.person }),
    placement: row.placement,
    ...askSchema.parse(row.ask),
    products: row.products,
    versions: row.versions,
  })

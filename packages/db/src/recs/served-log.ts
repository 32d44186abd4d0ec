import { type ServedLog, type ServedRow, servedRowSchema } from '@selvedge/core'
import type { Pool } from 'pg'

type Row = {
  id: string
  served_at: Date
  person: string | null
  placement: string
  ask: { anchorId?: number; country?: string; seed: number }
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
        rows.map(({ anchorId, country, seed }) => JSON.stringify({ seed, anchorId, country })),
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

const rowOf = (row: Row): ServedRow =>
  servedRowSchema.parse({
    servedId: row.id,
    servedAt: row.served_at,
    ...(row.person === null ? {} : { person: row.person }),
    placement: row.placement,
    ...(row.ask.anchorId === undefined ? {} : { anchorId: row.ask.anchorId }),
    ...(row.ask.country === undefined ? {} : { country: row.ask.country }),
    seed: row.ask.seed,
    products: row.products,
    versions: row.versions,
  })

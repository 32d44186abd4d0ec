import type { Pool } from 'pg'
import { type PersonProduct, readPersonProducts } from './read-interactions'

/** What everybody did, and the moment before which nothing that was written is missing from it. */
export type KnownDeeds = { readonly knownUntil: Date; readonly deeds: readonly PersonProduct[] }

export async function readKnownDeeds(pool: Pool): Promise<KnownDeeds> {
  const knownUntil = await readKnownUntil(pool)
  return { knownUntil, deeds: await readPersonProducts(pool) }
}

/**
 * The moment before which everything that is ever written is there for whoever reads now: that the oldest transaction
 * of a client under way began, whose moments are all later and which may commit after the read; the database's own (a
 * vacuum, say) may take hours and write none of it. A minute less, for clocks that are set and for connections whose
 * beginning is not told: what is read twice counts once.
 */
export async function readKnownUntil(pool: Pool): Promise<Date> {
  const { rows } = await pool.query<{ known_until: Date }>(
    `SELECT least(clock_timestamp(), min(xact_start)) - interval '1 minute' AS known_until
     FROM pg_stat_activity
     WHERE datname = current_database() AND backend_type = 'client backend' AND pid <> pg_backend_pid()`,
  )
  const known = rows[0]?.known_until
  if (known === undefined) throw new Error('the database named no moment')
  return known
}

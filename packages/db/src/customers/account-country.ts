import { type AccountCountry, countrySchema } from '@selvedge/core'
import type { Pool } from 'pg'

/** Kept beside the account in PostgreSQL. */
export const createAccountCountry = (pool: Pool): AccountCountry => ({
  meet: async (userId, chosen) => {
    const { rows } = await pool.query<{ country: string | null }>(
      'UPDATE users SET country = coalesce(country, $2) WHERE id = $1 RETURNING country',
      [userId, chosen ?? null],
    )
    return countrySchema.safeParse(rows[0]?.country).data
  },
  keep: async (userId, country) => {
    await pool.query('UPDATE users SET country = $2 WHERE id = $1', [userId, country ?? null])
  },
})

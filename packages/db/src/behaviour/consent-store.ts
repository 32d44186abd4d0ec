import type { ConsentStore } from '@selvedge/core'
import type pg from 'pg'

export const createConsentStore = ({ pool }: { pool: pg.Pool }): ConsentStore => ({
  read: async (person) => {
    const { rows } = await pool.query<{ is_personal: boolean }>('SELECT is_personal FROM consent WHERE person = $1', [
      person,
    ])
    return rows[0]?.is_personal
  },
  write: async (person, isPersonal) => {
    await pool.query(
      `INSERT INTO consent (person, is_personal) VALUES ($1, $2)
       ON CONFLICT (person) DO UPDATE SET is_personal = excluded.is_personal, decided_at = clock_timestamp()`,
      [person, isPersonal],
    )
  },
})

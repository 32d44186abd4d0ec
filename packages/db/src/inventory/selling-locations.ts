import type pg from 'pg'

const FRESH_MS = 10_000

/** Locations that sell online, in order of priority; read again after ten seconds, so a closed shop stops selling soon. */
export const createSellingLocations = (pool: pg.Pool): (() => Promise<readonly number[]>) => {
  let known: { ids: readonly number[]; readAt: number } | undefined
  return async () => {
    const now = performance.now()
    if (known && now - known.readAt < FRESH_MS) return known.ids
    const { rows } = await pool.query<{ id: number }>(
      'SELECT id FROM location WHERE sells_online ORDER BY priority, id',
    )
    known = { ids: rows.map((row) => row.id), readAt: now }
    return known.ids
  }
}

import type pg from 'pg'

/** Deletes rows that every cursor has passed and that are older than a day, oldest first; answers how many. */
export const pruneOutbox = async (pool: pg.Pool, limit: number): Promise<number> => {
  const { rowCount } = await pool.query(PRUNE, [limit])
  return rowCount ?? 0
}

const PRUNE = `
  DELETE FROM outbox WHERE position IN (
    SELECT position FROM outbox
     WHERE seq <= (SELECT min(seq) FROM outbox_cursor) AND recorded_at < clock_timestamp() - interval '1 day'
     ORDER BY seq LIMIT $1)`

import type pg from 'pg'

export const readSavedIds = async (pool: pg.Pool, person: string): Promise<readonly number[]> => {
  const { rows } = await pool.query<{ product_id: number }>(
    'SELECT product_id FROM saved_item WHERE person = $1 ORDER BY saved_at DESC, product_id',
    [person],
  )
  return rows.map(({ product_id }) => product_id)
}

/** Saving twice is saving once; a list that is full takes nothing more until something leaves it. */
export const writeSaved = async (
  pool: pg.Pool,
  wish: { person: string; productId: number; isSaved: boolean; limit: number },
): Promise<'done' | 'full' | 'unknown'> => {
  const { person, productId, isSaved, limit } = wish
  if (!isSaved) {
    await pool.query('DELETE FROM saved_item WHERE person = $1 AND product_id = $2', [person, productId])
    return 'done'
  }
  const { rows } = await pool.query<{ known: boolean; has_room: boolean }>(
    `WITH state AS (
       SELECT EXISTS (SELECT 1 FROM product WHERE id = $2) AS known,
              (SELECT count(*) FROM saved_item WHERE person = $1 AND product_id <> $2) < $3 AS has_room),
     put AS (
       INSERT INTO saved_item (person, product_id, saved_at)
       SELECT $1, $2, clock_timestamp() FROM state WHERE known AND has_room
       ON CONFLICT DO NOTHING)
     SELECT known, has_room FROM state`,
    [person, productId, limit],
  )
  if (!rows[0]?.known) return 'unknown'
  return rows[0].has_room ? 'done' : 'full'
}

import type pg from 'pg'

/** A file's bytes in order, one chunk in memory at a time. */
export async function* readChunks(pool: pg.Pool, id: string): AsyncGenerator<Uint8Array> {
  for (let no = 0; ; no++) {
    const { rows } = await pool.query<{ bytes: Buffer }>('SELECT bytes FROM file_chunk WHERE job_id = $1 AND no = $2', [
      id,
      no,
    ])
    const [row] = rows
    if (!row) return
    yield row.bytes
  }
}

import type pg from 'pg'
import { STAMP_ROW } from './stamp-outbox'

export type SinkLag = { readonly sink: string; readonly messages: number; readonly oldestAgeMs: number }

/** How far each sink is behind, by the database's clock; rows that nobody has stamped yet count too. */
export const relayLag = async (pool: pg.Pool): Promise<readonly SinkLag[]> => {
  const { rows } = await pool.query<{ sink: string; messages: number; age_ms: number }>(LAG, [STAMP_ROW])
  return rows.map(({ sink, messages, age_ms }) => ({ sink, messages, oldestAgeMs: Math.max(0, age_ms) }))
}

const LAG = `
  SELECT c.sink,
         (coalesce((SELECT seq FROM outbox_cursor WHERE sink = $1), 0) - c.seq
           + (SELECT count(*) FROM outbox WHERE seq IS NULL))::int AS messages,
         coalesce(extract(epoch FROM clock_timestamp() - least(
           (SELECT recorded_at FROM outbox WHERE seq > c.seq ORDER BY seq LIMIT 1),
           (SELECT recorded_at FROM outbox WHERE seq IS NULL ORDER BY position LIMIT 1))), 0)::float8 * 1000 AS age_ms
    FROM outbox_cursor c WHERE c.sink <> $1`

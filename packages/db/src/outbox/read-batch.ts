import { outboxMessageSchema, type SequencedMessage } from '@selvedge/core'
import type pg from 'pg'

export type Batch = {
  readonly messages: readonly SequencedMessage[]
  /** Rows that are no message of the registry. One of them must not stop a sink for good. */
  readonly unreadable: readonly { readonly seq: bigint; readonly error: unknown }[]
  readonly lastSeq: bigint
  readonly rows: number
  /** Age of the oldest row by the database's clock. */
  readonly oldestAgeMs: number
}

/** Rows come as text: parsed by zod once here, at the edge. */
type Row = { seq: string; payload: unknown; correlation_id: string; recorded_at: Date; age_ms: number }

/** The next stamped rows after the cursor, oldest first. */
export const readBatch = async (client: pg.ClientBase, afterSeq: bigint, limit: number): Promise<Batch> => {
  const { rows } = await client.query<Row>(READ, [String(afterSeq), limit])
  const messages: SequencedMessage[] = []
  const unreadable: { seq: bigint; error: unknown }[] = []
  for (const row of rows) {
    const seq = BigInt(row.seq)
    const parsed = outboxMessageSchema.safeParse(row.payload)
    if (!parsed.success) unreadable.push({ seq, error: parsed.error })
    else messages.push({ seq, correlationId: row.correlation_id, recordedAt: row.recorded_at, message: parsed.data })
  }
  const last = rows.at(-1)
  return {
    messages,
    unreadable,
    lastSeq: last === undefined ? afterSeq : BigInt(last.seq),
    rows: rows.length,
    oldestAgeMs: rows[0]?.age_ms ?? 0,
  }
}

const READ = `
  SELECT seq, payload, correlation_id, recorded_at,
         extract(epoch FROM clock_timestamp() - recorded_at)::float8 * 1000 AS age_ms
    FROM outbox WHERE seq > $1 ORDER BY seq LIMIT $2`

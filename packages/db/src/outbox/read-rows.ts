import { type OutboxMessage, outboxMessageSchema, type SequencedMessage } from '@selvedge/core'
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

/** A row of the outbox; `message` is absent where it is none of the registry. */
export type OutboxRow = {
  readonly seq: bigint
  readonly correlationId: string
  readonly recordedAt: Date
  readonly message?: OutboxMessage
  readonly error?: unknown
}

type Row = { seq: string; payload: unknown; correlation_id: string; recorded_at: Date; now: Date }

/** Stamped rows after the cursor, oldest first, and the database's clock; parsed by zod once here, at the edge. */
export const readRows = async (
  client: pg.ClientBase,
  afterSeq: bigint,
  limit: number,
): Promise<{ readonly rows: readonly OutboxRow[]; readonly now: Date | undefined }> => {
  const { rows } = await client.query<Row>({ ...READ, values: [String(afterSeq), limit] })
  return {
    now: rows[0]?.now,
    rows: rows.map(({ seq, payload, correlation_id: correlationId, recorded_at: recordedAt }) => {
      const parsed = outboxMessageSchema.safeParse(payload)
      const row = { seq: BigInt(seq), correlationId, recordedAt }
      return parsed.success ? { ...row, message: parsed.data } : { ...row, error: parsed.error }
    }),
  }
}

/** Rows as a sink gets them; `nowMs` is the database's clock, in epoch milliseconds. */
export const batchOf = (rows: readonly OutboxRow[], afterSeq: bigint, nowMs: number): Batch => ({
  messages: rows.flatMap(({ message, seq, correlationId, recordedAt }) =>
    message === undefined ? [] : [{ seq, correlationId, recordedAt, message }],
  ),
  unreadable: rows.flatMap(({ message, seq, error }) => (message === undefined ? [{ seq, error }] : [])),
  lastSeq: rows.at(-1)?.seq ?? afterSeq,
  rows: rows.length,
  oldestAgeMs: rows[0] === undefined ? 0 : nowMs - rows[0].recordedAt.getTime(),
})

const READ = {
  name: 'outbox-read',
  text: `SELECT seq, payload, correlation_id, recorded_at, clock_timestamp() AS now
    FROM outbox WHERE seq > $1 ORDER BY seq LIMIT $2`,
}

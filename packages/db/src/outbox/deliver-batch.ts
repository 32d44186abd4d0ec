import type { Sink } from '@selvedge/core'
import type pg from 'pg'
import { onConnection } from '../inventory/in-transaction'
import { sendAll } from '../inventory/lanes'
import { BY_INDEX } from './by-index'
import type { OutboxTail } from './outbox-tail'
import type { Batch } from './read-rows'

/** Shorter than the idle-transaction time-out of our connections: the cursor's lock lives while the sink works. */
const HANDLE_MS = 10_000

/**
 * The cursor's step need not wait for the disk: one that is lost with the machine shows the sink its last batch again,
 * which every sink expects, and ten sinks would otherwise sync the log between the shoppers' holds.
 */
const CURSOR = {
  name: 'outbox-cursor',
  text: `SELECT seq, set_config('synchronous_commit', 'off', true), ${BY_INDEX} FROM outbox_cursor
    WHERE sink = $1 FOR UPDATE SKIP LOCKED`,
}
const STEP = {
  name: 'outbox-step',
  text: 'UPDATE outbox_cursor SET seq = $2, updated_at = clock_timestamp() WHERE sink = $1',
}

/**
 * Hands the next rows to the sink and moves its cursor; undefined when another relay is delivering to it. The lock on
 * the cursor's row is what makes relays take turns, and dies with its connection. What begins and what ends the
 * transaction goes out in one write each, where the connection lets it: a dozen sinks do this many times a second.
 */
export const deliverBatch = (
  { pool, tail }: { readonly pool: pg.Pool; readonly tail: OutboxTail },
  sink: Sink,
  limit: number,
): Promise<Batch | undefined> =>
  onConnection(pool, async (client) => {
    const [, taken] = await sendAll(client, ['BEGIN', { ...CURSOR, values: [sink.name] }])
    // The driver does not know which statement it answers; this is CURSOR's.
    const [cursor] = (taken?.rows ?? []) as { seq: string }[]
    const batch = cursor && (await tail.read(client, BigInt(cursor.seq), limit))
    if (batch === undefined || batch.rows === 0) {
      await client.query('COMMIT')
      return batch
    }
    if (batch.messages.length > 0) await withinLimit(sink.name, sink.handle(batch.messages))
    await sendAll(client, [{ ...STEP, values: [sink.name, String(batch.lastSeq)] }, 'COMMIT'])
    return batch
  })

/** A sink begins at the oldest row that is still there. */
export const ensureCursor = async (pool: pg.Pool, sink: string): Promise<void> => {
  await pool.query('INSERT INTO outbox_cursor (sink, seq) VALUES ($1, 0) ON CONFLICT DO NOTHING', [sink])
}

const withinLimit = async (name: string, work: Promise<void>): Promise<void> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, refuse) => {
    timer = setTimeout(() => refuse(new Error(`sink ${name} took longer than ${HANDLE_MS} ms`)), HANDLE_MS)
  })
  try {
    await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

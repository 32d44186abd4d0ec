import type pg from 'pg'
import { type Batch, batchOf, type OutboxRow, readRows } from './read-rows'

export type OutboxTail = {
  /** The next stamped rows after a cursor, oldest first, at most `limit` of them. */
  read(client: pg.ClientBase, afterSeq: bigint, limit: number): Promise<Batch>
}

/** Enough for the slowest gathering sink at some thousand messages a second. */
const KEPT = 4_000

/**
 * The newest rows that some sink has read, for the other sinks: ten of them would each read and parse the same messages
 * otherwise. A stamped row never changes and numbers have no gaps, so what memory holds is what the table holds; a sink
 * further back than that reads for itself.
 */
export const createOutboxTail = (kept: number = KEPT): OutboxTail => {
  let tail: readonly OutboxRow[] = []
  /** How far the database's clock is ahead of ours, in milliseconds. */
  let aheadMs = 0

  const keep = (rows: readonly OutboxRow[]): void => {
    const [first, last] = [rows[0], tail.at(-1)]
    if (first === undefined || (last !== undefined && first.seq <= last.seq)) return
    const follows = last !== undefined && first.seq === last.seq + 1n
    tail = (follows ? [...tail, ...rows] : rows).slice(-kept)
  }

  return {
    read: async (client, afterSeq, limit) => {
      const first = tail[0]
      const from = first === undefined ? -1 : Number(afterSeq + 1n - first.seq)
      if (from >= 0 && from < tail.length)
        return batchOf(tail.slice(from, from + limit), afterSeq, Date.now() + aheadMs)
      const { rows, now } = await readRows(client, afterSeq, limit)
      if (now !== undefined) aheadMs = now.getTime() - Date.now()
      keep(rows)
      return batchOf(rows, afterSeq, Date.now() + aheadMs)
    },
  }
}

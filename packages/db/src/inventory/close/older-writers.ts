import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'

const LOOK_AGAIN_MS = 50

/**
 * Whether every transaction that wrote, or held a lock to write, when this was asked has ended, waiting so long for it. A
 * writer of the ledger locks its records, and so has its number, before it reads the clock it stamps entries with: once
 * these have ended, what was recorded before now is all there.
 */
export const olderWritersHaveEnded = async (client: pg.ClientBase, withinMs: number): Promise<boolean> => {
  const { rows } = await client.query<{ next: string }>('SELECT pg_snapshot_xmax(pg_current_snapshot())::text AS next')
  const until = performance.now() + withinMs
  for (;;) {
    const { rows: now } = await client.query<{ ended: boolean }>(
      'SELECT pg_snapshot_xmin(pg_current_snapshot()) >= $1::xid8 AS ended',
      [rows[0]?.next],
    )
    if (now[0]?.ended) return true
    if (performance.now() > until) return false
    await pause(LOOK_AGAIN_MS)
  }
}

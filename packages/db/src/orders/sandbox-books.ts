import type { SandboxBooks, SandboxEntry } from '@selvedge/core'
import type pg from 'pg'
import { bookSandboxRefund } from './sandbox-refund'

type Row = { ref: string; state: SandboxEntry['state']; amount_minor: number; visible: boolean }

const COLUMNS = 'ref, state, amount_minor, visible_at <= clock_timestamp() AS visible'
const toEntry = (row: Row | undefined): SandboxEntry | undefined =>
  row && { ref: row.ref, state: row.state, amountMinor: row.amount_minor, visible: row.visible }

/** The sandbox bank's books in PostgreSQL (port: core SandboxBooks). Each call is one transaction of its own. */
export const createSandboxBooks = ({ pool }: { pool: pg.Pool }): SandboxBooks => {
  const find = async (idempotencyKey: string): Promise<SandboxEntry | undefined> => {
    const { rows } = await pool.query<Row>({
      name: 'sandbox-find',
      text: `SELECT ${COLUMNS} FROM sandbox_payment WHERE idempotency_key = $1`,
      values: [idempotencyKey],
    })
    return toEntry(rows[0])
  }
  return {
    find,
    open: async (entry) => {
      const { idempotencyKey, ref, state, amountMinor, currency, method, visibleInMs } = entry
      const { rows } = await pool.query<Row>({
        name: 'sandbox-open',
        // The column keeps milliseconds and rounds: cut, or an entry could lie in the future at once.
        text: `INSERT INTO sandbox_payment (idempotency_key, ref, state, amount_minor, currency, method_token, visible_at, created_at)
          VALUES ($1, $2, $3, $4, $5, $6, date_trunc('milliseconds', clock_timestamp()) + $7 * interval '1 millisecond', clock_timestamp())
          ON CONFLICT (idempotency_key) DO NOTHING RETURNING ${COLUMNS}`,
        values: [idempotencyKey, ref, state, amountMinor, currency, method, visibleInMs],
      })
      const opened = toEntry(rows[0]) ?? (await find(idempotencyKey))
      if (!opened) throw new Error(`the sandbox lost ${idempotencyKey}`)
      return opened
    },
    move: async (idempotencyKey, from, to) => {
      const { rows } = await pool.query<Row>({
        name: 'sandbox-move',
        text: `UPDATE sandbox_payment SET state = $3 WHERE idempotency_key = $1 AND state = ANY($2::text[]) RETURNING ${COLUMNS}`,
        values: [idempotencyKey, from, to],
      })
      return toEntry(rows[0]) ?? (await find(idempotencyKey))
    },
    refund: (input) => bookSandboxRefund(pool, input),
  }
}

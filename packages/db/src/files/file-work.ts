import { FILE_KINDS } from '@selvedge/core'
import type pg from 'pg'
import { z } from 'zod'
import type { PgStockEngine } from '../inventory/stock-engine'
import { applyRows } from './apply-rows'
import { applyShipments } from './apply-shipments'
import { CHECK_LEASE_MS, checkFile } from './check-file'
import { writeExportPage } from './write-export'

/** What the worker does for files. Every step may be killed and is gone on with by whoever comes next. */
export type FileWork = {
  /** Works on a file for about `budgetMs`; `again` when there is more to do, `busy` when another checks it. */
  advance(id: string, budgetMs: number): Promise<'again' | 'busy' | 'done'>
  /** Files that somebody should be at work on, and perhaps nobody is. */
  atWork(limit: number): Promise<readonly string[]>
}

const jobSchema = z.object({
  kind: z.enum(FILE_KINDS),
  state: z.string(),
  encoding: z.string().nullable(),
})

export const createFileWork = ({ pool, engine }: { pool: pg.Pool; engine: PgStockEngine }): FileWork => {
  /** One at a time checks a file: its lease ends with it, or runs out behind a process that died. */
  const takeToCheck = async (id: string) => {
    const { rows } = await pool.query(
      `UPDATE file_job SET state = 'checking', rows = 0, good_rows = 0, bad_rows = 0,
         lease_until = clock_timestamp() + $2 * interval '1 millisecond'
       WHERE id = $1 AND state IN ('waiting', 'checking') AND (lease_until IS NULL OR lease_until <= clock_timestamp())
       RETURNING kind, state, encoding`,
      [id, CHECK_LEASE_MS],
    )
    return rows[0] === undefined ? undefined : jobSchema.parse(rows[0])
  }
  const withinBudget = async (budgetMs: number, step: () => Promise<string | undefined>): Promise<'again' | 'done'> => {
    const endsAt = Date.now() + budgetMs
    while (Date.now() < endsAt) if ((await step()) !== 'again') return 'done'
    return 'again'
  }
  return {
    advance: async (id, budgetMs) => {
      const { rows } = await pool.query('SELECT kind, state, encoding FROM file_job WHERE id = $1', [id])
      if (rows[0] === undefined) return 'done'
      const { kind, state } = jobSchema.parse(rows[0])
      const apply = kind === 'shipments' ? applyShipments : applyRows
      if (state === 'applying') return withinBudget(budgetMs, () => apply({ engine }, id))
      if (state === 'writing') return withinBudget(budgetMs, () => writeExportPage(pool, id))
      if (state !== 'waiting' && state !== 'checking') return 'done'
      const job = await takeToCheck(id)
      if (!job) return 'busy'
      await checkFile(pool, { id, kind: job.kind, encoding: job.encoding ?? 'utf-8' })
      return 'done'
    },
    atWork: async (limit) => {
      const { rows } = await pool.query<{ id: string }>(
        `SELECT id FROM file_job WHERE state IN ('waiting', 'checking', 'applying', 'writing')
           AND (lease_until IS NULL OR lease_until <= clock_timestamp()) ORDER BY created_at LIMIT $1`,
        [limit],
      )
      return rows.map(({ id }) => id)
    },
  }
}

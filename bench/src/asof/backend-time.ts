import { readFile } from 'node:fs/promises'
import type pg from 'pg'

/** The kernel counts a process's time in hundredths of a second. */
const TICK_MS = 10

/** Processor time in ms that the database's processes of this benchmark have used so far; it has to run on this machine. */
export const backendTime = async (pool: pg.Pool): Promise<number> => {
  const { rows } = await pool.query<{ pid: number }>(
    `SELECT pid FROM pg_stat_activity WHERE application_name = 'bench' AND datname = current_database()`,
  )
  const spent = await Promise.all(
    rows.map(async ({ pid }) => {
      const stat = await readFile(`/proc/${pid}/stat`, 'utf8')
      // Fields 14 and 15, user and system time, counted after the name in parentheses, which may hold blanks.
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      return (Number(fields[11]) + Number(fields[12])) * TICK_MS
    }),
  )
  return spent.reduce((sum, ms) => sum + ms, 0)
}

import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { say } from '../harness/report'

const run = promisify(execFile)
const CONNECTIONS = [1, 2, 4, 16] as const

/** The best of 1, 2, 4 and 16 connections of pgbench on a script, in transactions a second; nothing where pgbench is not installed. */
export const bestOfPgbench = async (
  databaseUrl: string,
  script: string,
  seconds: number,
): Promise<{ perS: number; done: number } | undefined> => {
  const folder = await mkdtemp(join(tmpdir(), 'pgbench-'))
  const file = join(folder, 'hold.sql')
  try {
    await writeFile(file, script)
    let best = 0
    let done = 0
    for (const connections of CONNECTIONS) {
      const jobs = String(Math.min(2, connections))
      const args = ['-n', '-M', 'prepared', '-c', String(connections), '-j', jobs, '-T', String(Math.ceil(seconds))]
      const { stdout } = await run('pgbench', [...args, '-f', file, databaseUrl])
      const perS = Number(/tps = ([\d.]+)/.exec(stdout)?.[1] ?? 0)
      done += Number(/transactions actually processed: (\d+)/.exec(stdout)?.[1] ?? 0)
      say(
        `  pgbench, ${String(connections).padStart(2)} connections            ${String(Math.round(perS)).padStart(7)} holds/s`,
      )
      best = Math.max(best, perS)
    }
    return { perS: best, done }
  } catch (fault) {
    if (!(fault instanceof Error && 'code' in fault && fault.code === 'ENOENT')) throw fault
    say('  pgbench is not installed (package postgresql-client): the baseline of the driver stands alone')
    return undefined
  } finally {
    await rm(folder, { recursive: true })
  }
}

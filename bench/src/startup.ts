import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cloneRoot, freePort } from '@selvedge/stack'
import { inherited } from './env'
import type { BenchOptions } from './harness/options'
import { report, say } from './harness/report'

const LIMIT_MS = 15 * 60_000

/** Seconds from `npm start` to its ready line; then Ctrl-C, and the wait until everything is gone. */
const startOnce = async (clone: string, port: number): Promise<number> => {
  const startedAt = performance.now()
  const child = spawn('npm', ['start'], {
    cwd: clone,
    env: { ...inherited(), PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  const readyAfterS = await new Promise<number>((resolve, reject) => {
    let seen = ''
    const timer = setTimeout(() => reject(new Error(`no ready line in time:\n${seen.slice(-2_000)}`)), LIMIT_MS)
    const read = (chunk: Buffer): void => {
      seen += chunk.toString('utf8')
      if (!seen.includes(`ready http://127.0.0.1:${port}`)) return
      clearTimeout(timer)
      resolve((performance.now() - startedAt) / 1_000)
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.once('exit', (code) => reject(new Error(`npm start ended with ${code}:\n${seen.slice(-2_000)}`)))
  }).finally(() => child.removeAllListeners('exit'))
  const gone = new Promise((resolve) => child.once('exit', resolve))
  if (child.pid !== undefined) process.kill(-child.pid, 'SIGINT')
  await gone
  return readyAfterS
}

/** `npm start` in a fresh clone whose packages are in the store already (no downloads), then once more. */
export const startup = async (_options: BenchOptions): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'selvedge-startup-'))
  const clone = join(folder, 'shop')
  try {
    execFileSync('git', ['clone', '--quiet', cloneRoot(), clone])
    const port = await freePort()
    const first = await startOnce(clone, port)
    say(`first start: ready after ${first.toFixed(1)} s`)
    const second = await startOnce(clone, port)
    say(`second start: ready after ${second.toFixed(1)} s`)
    report('startup', { first_start_s: first, second_start_s: second }, {})
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

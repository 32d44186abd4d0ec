import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort, givenUrls, stackDir, wipeStack } from '@selvedge/stack'
import type { Check } from './checks'
import { ROOT } from './root'

const NAME = 'start-test'
const PRODUCTS = 24
const READY_WITHIN_MS = 180_000
const GONE_WITHIN_MS = 30_000
/** Set for the command and inherited by its servers: what carries it belongs to this run. */
const MARK = 'SELVEDGE_START_TEST'

/**
 * `npm start` as a person uses it, on a stack of its own and from the build that exists: killed without a word it leaves
 * engines and servers behind, and the next start recovers from them; after Ctrl-C no process is left.
 */
export const startAndStop = (env: Record<string, string>, signal: AbortSignal): Check => ({
  name: 'start',
  run: async () => {
    const dir = stackDir(NAME)
    const mark = `${process.pid}-${Date.now()}`
    await wipeStack(dir)
    const port = await freePort(undefined, undefined, env.SELVEDGE_PORTS)
    // Engines of somebody else are not this test's to seed: what is given counts as absent when it is empty.
    const ours = Object.fromEntries(Object.keys(givenUrls()).map((variable) => [variable, '']))
    const open = () => start({ ...env, ...ours, PORT: String(port), [MARK]: mark }, signal)

    try {
      const killed = await open()
      await ended(killed, 'SIGKILL')
      const orphans = processesOf(dir, mark)
      if (orphans.length === 0) return failed('the killed command left nothing behind: the test tests nothing')

      const recovered = await open()
      const code = await ended(recovered, 'SIGINT')
      const left = await untilGone(dir, mark)
      if (left.length > 0) return failed(`after Ctrl-C there are left: ${left.map(wordsOf).join('; ')}`)
      return code === 0 ? { passed: 2, failed: 0 } : failed(`Ctrl-C ended with exit code ${code}`)
    } finally {
      for (const { pid } of processesOf(dir, mark)) end(pid)
      await wipeStack(dir)
    }
  },
})

type Found = { readonly pid: number; readonly command: string }
const wordsOf = ({ pid, command }: Found): string => `${pid} ${command}`

/** Of a check that failed or was broken off nothing goes on; what has ended by itself meanwhile is ended. */
const end = (pid: number): void => {
  try {
    process.kill(pid, 'SIGKILL')
  } catch (fault) {
    if (!(fault instanceof Error && 'code' in fault && fault.code === 'ESRCH')) throw fault
  }
}

const failed = (words: string) => ({ passed: 0, failed: 1, failures: [words] })

/** Starts the shop; resolves when it prints that it is ready. */
const start = async (env: Record<string, string>, signal: AbortSignal): Promise<ChildProcess> => {
  const args = ['scripts/start.mjs', '--name', NAME, '--seed-size', String(PRODUCTS)]
  const child = spawn(process.execPath, args, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  const ready = new Promise<void>((resolve, reject) => {
    const hear = (chunk: Buffer): void => {
      said += chunk.toString('utf8')
      if (said.includes('ready http')) resolve()
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`npm start ended with exit code ${code}:\n${said.slice(-2_000)}`)))
  })
  const late = sleep(READY_WITHIN_MS, undefined, { signal, ref: false }).then(() => {
    throw new Error(`npm start was not ready in time:\n${said.slice(-2_000)}`)
  })
  try {
    await Promise.race([ready, late])
    return child
  } catch (fault) {
    child.kill('SIGINT')
    throw fault
  }
}

const ended = async (child: ChildProcess, how: NodeJS.Signals): Promise<number | null> => {
  const gone = new Promise<number | null>((resolve) => child.once('exit', resolve))
  child.kill(how)
  return gone
}

const untilGone = async (dir: string, mark: string): Promise<Found[]> => {
  const endsAt = Date.now() + GONE_WITHIN_MS
  for (;;) {
    const left = processesOf(dir, mark)
    if (left.length === 0 || Date.now() > endsAt) return left
    await sleep(200)
  }
}

/** Every process that carries the mark, works in the folder of the stack or was told of it. */
const processesOf = (dir: string, mark: string): Found[] => {
  if (!existsSync('/proc/self/environ')) throw new Error('This check reads /proc: it runs on Linux.')
  return readdirSync('/proc').flatMap((pid) => {
    if (!/^\d+$/.test(pid) || Number(pid) === process.pid) return []
    const command = read(() => readFileSync(`/proc/${pid}/cmdline`, 'utf8'))
    const told = [
      command,
      read(() => readlinkSync(`/proc/${pid}/cwd`)),
      read(() => readFileSync(`/proc/${pid}/environ`, 'utf8')),
    ]
    const isOurs = told[0]?.includes(dir) || told[1]?.startsWith(dir) || told[2]?.includes(`${MARK}=${mark}`)
    return isOurs && command !== '' ? [{ pid: Number(pid), command: command.replaceAll('\0', ' ').slice(0, 120) }] : []
  })
}

/** What a process tells of itself; nothing when it is gone before it was asked, or is somebody else's. */
const read = (look: () => string): string => {
  try {
    return look()
  } catch {
    return ''
  }
}

import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { identify, isAlive, type ProcessIdentity } from '@selvedge/stack'
import { afterAll, describe, expect, test } from 'vitest'
import { clearLastRun, recordRun } from './run-record'
import { createServers } from './servers'

const dir = mkdtempSync(join(tmpdir(), 'selvedge-run-'))
afterAll(() => rmSync(dir, { recursive: true }))

const FOREVER = ['-e', 'setInterval(() => undefined, 1000)']

const sleeper = (): ProcessIdentity => {
  const child = spawn(process.execPath, FOREVER, { stdio: 'ignore' })
  const identity = identify(child.pid ?? 0)
  if (identity === undefined) throw new Error('the sleeper did not start')
  return identity
}

const plan = (args: readonly string[]) => ({ name: 'web', command: process.execPath, args, cwd: dir, env: {} })

describe('starting again after a run was killed', () => {
  test('ends the servers that the killed run left behind', async () => {
    const web = sleeper()
    recordRun(dir, 'http://127.0.0.1:1', { web })
    const file = join(dir, 'run.json')
    // The same record, as a process that is no more would have left it.
    writeFileSync(file, readFileSync(file, 'utf8').replace(/"began":"\d+"/, '"began":"0"'))
    await clearLastRun(dir)
    expect(isAlive(web)).toBe(false)
  })

  test('refuses, with the address, while the first one is alive', async () => {
    recordRun(dir, 'http://127.0.0.1:4711', {})
    await expect(clearLastRun(dir)).rejects.toThrow('already running in this clone at http://127.0.0.1:4711')
  })

  test('does not care about a record that was cut off', async () => {
    writeFileSync(join(dir, 'run.json'), '{"owner":')
    await expect(clearLastRun(dir)).resolves.toBeUndefined()
  })
})

describe('the servers of a run', () => {
  test('end when told to, without being reported as fallen', async () => {
    const fallen: string[] = []
    const servers = createServers((name) => fallen.push(name))
    const identity = servers.start(plan(FOREVER))
    await servers.stop()
    expect(isAlive(identity)).toBe(false)
    expect(fallen).toEqual([])
  })

  test('are reported when they fall', async () => {
    const fallen: string[] = []
    createServers((name, reason) => fallen.push(`${name}: ${reason}`)).start(
      plan(['-e', 'setTimeout(() => process.exit(3), 50)']),
    )
    await expect.poll(() => fallen, { timeout: 15_000 }).toEqual(['web: exit code 3'])
  })
})

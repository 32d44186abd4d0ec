import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import { Client } from 'pg'
import { afterAll, describe, expect, test } from 'vitest'
import { isAlive } from './process/identity'
import { signalProcess, stopProcess } from './process/stop'
import { startStack } from './start-stack'
import { readState } from './state'
import { forceStop } from './stop-stack'
import { wipeStack } from './wipe-stack'

const made: string[] = []

/** A stack's folder in a clone that only its owner may enter. */
const newDir = (): string => {
  const clone = mkdtempSync(join(tmpdir(), 'selvedge-clone-'))
  const dir = join(clone, '.selvedge', 'main')
  mkdirSync(dir, { recursive: true })
  made.push(dir)
  return dir
}

const sql = async (url: string, text: string): Promise<unknown[]> => {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}

const given = {}

afterAll(async () => {
  for (const dir of made) await wipeStack(dir)
})

describe('the local stack', () => {
  test('two stacks run side by side, each with data of its own', async () => {
    const [one, two] = await Promise.all([startStack({ dir: newDir(), given }), startStack({ dir: newDir(), given })])
    const ports = [...Object.values(one.ports), ...Object.values(two.ports)]
    expect(new Set(ports).size).toBe(ports.length)
    for (const { urls } of [one, two]) {
      expect((await fetch(`${urls.INNGEST_BASE_URL}/health`)).status).toBe(200)
      expect((await fetch(`${urls.MEILI_URL}/health`)).status).toBe(200)
      await sql(urls.DATABASE_URL, 'create table only_here ()')
    }
    const redis = new Redis(one.urls.REDIS_URL)
    await redis.set('only', 'here')
    const other = new Redis(two.urls.REDIS_URL)
    expect(await other.get('only')).toBeNull()
    redis.disconnect()
    other.disconnect()

    await one.stop()
    expect(Object.values(one.processes).some(isAlive)).toBe(false)
    expect(Object.values(two.processes).every(isAlive)).toBe(true)
    await two.stop()
    expect(Object.values(two.processes).some(isAlive)).toBe(false)
  })

  test('a clone that only its owner may enter works, and no password of it is readable by others', async () => {
    const dir = newDir()
    expect(statSync(join(dir, '..', '..')).mode & 0o777).toBe(0o700)
    const stack = await startStack({ dir, given, only: ['postgres'] })
    expect(await sql(stack.urls.DATABASE_URL, 'show synchronous_commit')).toEqual([{ synchronous_commit: 'on' }])
    expect(statSync(join(dir, 'state.json')).mode & 0o077).toBe(0)
    await stack.stop()
  })

  test('what was committed survives a killed database and a killed Redis, and the rest keeps running meanwhile', async () => {
    const dir = newDir()
    const first = await startStack({ dir, given, only: ['postgres', 'redis'] })
    await sql(first.urls.DATABASE_URL, 'create table dress (units int); insert into dress values (1)')
    const rest = first.processes.redisRest
    for (const victim of [first.processes.postgres, first.processes.redis]) {
      if (victim !== undefined) signalProcess(victim, 'SIGKILL')
      await expect.poll(() => victim !== undefined && isAlive(victim), { timeout: 20_000 }).toBe(false)
    }

    const second = await startStack({ dir, given, only: ['postgres', 'redis'] })
    expect(second.urls).toEqual(first.urls)
    expect(second.processes.redisRest).toEqual(rest)
    expect(await sql(second.urls.DATABASE_URL, 'select units from dress')).toEqual([{ units: 1 }])
    await second.stop()
    await first.stop()
    expect(Object.values(second.processes).some(isAlive)).toBe(false)
  })

  test('a stale pid file that names a living stranger does not keep the database from starting', async () => {
    const dir = newDir()
    await (await startStack({ dir, given, only: ['postgres'] })).stop()
    writeFileSync(join(dir, 'postgres', 'cluster', 'postmaster.pid'), `${process.pid}\n`)
    const stack = await startStack({ dir, given, only: ['postgres'] })
    expect(await sql(stack.urls.DATABASE_URL, 'select 1 as one')).toEqual([{ one: 1 }])
    await stack.stop()
  })

  test('deleting the ignored folder gives a new, empty stack, also while the old database still runs', async () => {
    const dir = newDir()
    const old = await startStack({ dir, given, only: ['postgres'] })
    await sql(old.urls.DATABASE_URL, 'create table only_here ()')
    rmSync(dir, { recursive: true })
    const stack = await startStack({ dir, given, only: ['postgres'] })
    expect(await sql(stack.urls.DATABASE_URL, "select to_regclass('only_here') as found")).toEqual([{ found: null }])
    await stack.stop()
    await old.stop()
    for (const orphan of Object.values(old.processes)) await stopProcess(orphan, 'SIGKILL')
  })

  test('a remembered port that somebody else took meanwhile is given up for a free one', async () => {
    const dir = newDir()
    await (await startStack({ dir, given, only: ['redis'] })).stop()
    const remembered = readState(dir).ports.redis
    const stranger = createServer().listen(remembered, '127.0.0.1')
    const stack = await startStack({ dir, given, only: ['redis'] })
    expect(stack.ports.redis).not.toBe(remembered)
    await stack.stop()
    stranger.close()
  })

  test('a second command of the same clone finds the running stack, and the last to leave stops it', async () => {
    const dir = newDir()
    const [one, two] = await Promise.all([
      startStack({ dir, given, only: ['redis'] }),
      startStack({ dir, given, only: ['redis'] }),
    ])
    expect(two.processes).toEqual(one.processes)
    await one.stop()
    expect(Object.values(two.processes).every(isAlive)).toBe(true)
    await two.stop()
    expect(Object.values(two.processes).some(isAlive)).toBe(false)
  })

  test.each(['SIGTERM', 'SIGINT'] as const)('a command ended by %s takes its engines along', async (signal) => {
    const dir = newDir()
    const start = new URL('./start-stack.ts', import.meta.url).href
    const code = `import { startStack } from '${start}'
      await startStack({ dir: ${JSON.stringify(dir)}, given: {}, only: ['redis'] })
      setInterval(() => undefined, 1000)`
    const command = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code], {
      stdio: 'inherit',
    })
    await expect.poll(() => readState(dir).urls.REDIS_URL, { timeout: 20_000 }).toBeDefined()
    const { processes } = readState(dir)
    expect(Object.values(processes).every(isAlive)).toBe(true)
    command.kill(signal)
    await expect.poll(() => Object.values(processes).some(isAlive), { timeout: 10_000 }).toBe(false)
  })

  test('one left in the background stays until it is told to stop', async () => {
    const dir = newDir()
    const stack = await startStack({ dir, given, only: ['redis'], background: true })
    await stack.stop()
    expect(Object.values(stack.processes).every(isAlive)).toBe(true)
    await forceStop(dir)
    expect(Object.values(stack.processes).some(isAlive)).toBe(false)
  })

  test('an engine that the environment gives is used and not started', async () => {
    const giver = await startStack({ dir: newDir(), given, only: ['redis'] })
    const dir = newDir()
    const taker = await startStack({ dir, given: { REDIS_URL: giver.urls.REDIS_URL }, only: ['redis'] })
    expect(taker.urls.REDIS_URL).toBe(giver.urls.REDIS_URL)
    expect(taker.processes.redis).toBeUndefined()
    await taker.stop()
    await giver.stop()
  })

  test('an engine that cannot start says so in one message with the end of its log, and leaves nothing behind', async () => {
    const dir = newDir()
    await (await startStack({ dir, given, only: ['redis'] })).stop()
    writeFileSync(join(dir, 'redis', 'appendonlydir', 'appendonly.aof.manifest'), 'not a manifest\n')
    await expect(startStack({ dir, given, only: ['redis'] })).rejects.toThrow(/Redis did not start[\s\S]*redis.log/)
    expect(readState(dir).processes).toEqual({})
    expect(readFileSync(join(dir, 'logs', 'redis.log'), 'utf8')).not.toBe('')
  })
})

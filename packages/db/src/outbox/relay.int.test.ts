import { setTimeout as sleep } from 'node:timers/promises'
import type { SequencedMessage, Sink } from '@selvedge/core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { createPool } from '../pool'
import { createTestDatabase, type TestDatabase } from '../testing'
import { keepOutboxDays } from './keep-days'
import { createRelay, type Relay, type RelayObserver } from './relay'
import { relayLag } from './relay-lag'

const RECORDS = 5
let database: TestDatabase
let relays: Relay[] = []
const quiet: RelayObserver = { failed: () => undefined, unreadable: () => undefined }

beforeAll(async () => {
  database = await createTestDatabase(24)
  await database.pool.query('CREATE TABLE record_under_test (id int PRIMARY KEY, version int NOT NULL)')
})
afterAll(() => database.drop())
beforeEach(async () => {
  await database.pool.query('TRUNCATE outbox, outbox_cursor, record_under_test')
  await database.pool.query('INSERT INTO record_under_test SELECT n, 0 FROM generate_series(1, $1) n', [RECORDS])
})
afterEach(async () => {
  await Promise.all(relays.map((relay) => relay.stop()))
  relays = []
})

const startRelay = async (sinks: readonly Sink[], observer = quiet): Promise<Relay> => {
  const relay = createRelay({ pool: database.pool, sinks, observer })
  relays.push(relay)
  await relay.start()
  return relay
}

/** One transaction as the stock engine writes it: lock the record, draw the position, dawdle, then end somehow. */
const write = async (record: number, ending: 'commit' | 'rollback' | 'kill', dawdleMs: number): Promise<void> => {
  const client = await database.pool.connect()
  const ignore = (): void => undefined
  client.on('error', ignore)
  try {
    await client.query('BEGIN')
    const { rows } = await client.query<{ version: number; pid: number }>(
      'UPDATE record_under_test SET version = version + 1 WHERE id = $1 RETURNING version, pg_backend_pid() AS pid',
      [record],
    )
    const payload = { topic: 'catalog', type: 'ProductChanged', productId: record, version: rows[0]?.version }
    await client.query(`INSERT INTO outbox (topic, key, payload, correlation_id) VALUES ('catalog', $1, $2, 'c')`, [
      String(record),
      payload,
    ])
    await sleep(dawdleMs)
    if (ending === 'kill') await database.pool.query('SELECT pg_terminate_backend($1)', [rows[0]?.pid])
    else await client.query(ending)
    client.off('error', ignore)
    client.release(ending === 'kill')
  } catch (error) {
    client.release(true)
    throw error
  }
}

const writeMany = async (transactions: number): Promise<void> => {
  const writer = async (): Promise<void> => {
    for (let n = 0; n < transactions / 12; n++) {
      const luck = Math.random()
      const ending = luck < 0.1 ? 'rollback' : luck < 0.15 ? 'kill' : 'commit'
      await write(1 + Math.floor(Math.random() * RECORDS), ending, Math.random() < 0.1 ? 60 : Math.random() * 8)
    }
  }
  await Promise.all(Array.from({ length: 12 }, writer))
}

const collecting = (name: string): Sink & { seen: SequencedMessage[] } => {
  const seen: SequencedMessage[] = []
  return { name, seen, handle: async (messages) => void seen.push(...messages) }
}

const settled = async (sink: string): Promise<void> => {
  for (let n = 0; n < 200; n++) {
    const lag = (await relayLag(database.pool)).find((one) => one.sink === sink)
    if (lag?.messages === 0) return
    await sleep(50)
  }
  throw new Error(`${sink} is still behind`)
}

/** Versions each record was seen with, in the order of arrival. */
const versionsSeen = (seen: readonly SequencedMessage[]): Map<number, number[]> => {
  const byRecord = new Map<number, number[]>()
  for (const { message } of seen) {
    if (message.topic !== 'catalog') continue
    byRecord.set(message.productId, [...(byRecord.get(message.productId) ?? []), message.version])
  }
  return byRecord
}

const expectEverything = async (seen: readonly SequencedMessage[]): Promise<void> => {
  const { rows } = await database.pool.query<{ id: number; version: number }>('SELECT * FROM record_under_test')
  const versions = versionsSeen(seen)
  for (const { id, version } of rows) {
    expect(versions.get(id) ?? []).toEqual(Array.from({ length: version }, (_, n) => n + 1))
  }
}

test('nothing that was committed is missed and nothing comes out of order, however late transactions end', async () => {
  const sink = collecting('watcher')
  await startRelay([sink])
  await writeMany(600)
  await settled('watcher')

  await expectEverything(sink.seen)
  expect(sink.seen.map(({ seq }) => seq)).toEqual(sink.seen.map((_, n) => BigInt(n + 1)))
})

test('two relays at once carry every message once while both live', async () => {
  const seen = collecting('watcher')
  await startRelay([seen])
  await startRelay([{ name: 'watcher', handle: seen.handle }])
  await writeMany(300)
  await settled('watcher')

  await expectEverything(seen.seen)
})

test('a sink that fails stalls alone and later gets what it missed, in order', async () => {
  let isBroken = true
  const failures: string[] = []
  const fine = collecting('fine')
  const recovered = collecting('broken')
  const broken: Sink = {
    name: 'broken',
    handle: (messages) => (isBroken ? Promise.reject(new Error('no')) : recovered.handle(messages)),
  }
  await startRelay([fine, broken], { ...quiet, failed: (work) => failures.push(work) })
  await writeMany(60)
  await settled('fine')

  await expectEverything(fine.seen)
  expect(new Set(failures)).toEqual(new Set(['broken']))
  expect(recovered.seen).toEqual([])

  isBroken = false
  await settled('broken')
  await expectEverything(recovered.seen)
})

test('a row nobody understands is reported and does not stop what comes after it', async () => {
  const sink = collecting('watcher')
  const unreadable: bigint[] = []
  await database.pool.query(
    `INSERT INTO outbox (topic, key, payload, correlation_id) VALUES ('x', 'x', '{"a":1}', 'c')`,
  )
  await write(1, 'commit', 0)
  await startRelay([sink], { ...quiet, unreadable: (_, seq) => unreadable.push(seq) })
  await settled('watcher')

  await expectEverything(sink.seen)
  expect(unreadable).toEqual([1n])
})

test('a day of messages goes when everybody has had them, and numbering goes on where it was', async () => {
  const sink = collecting('watcher')
  const relay = await startRelay([sink])
  await write(1, 'commit', 0)
  await write(1, 'commit', 0)
  await settled('watcher')
  await relay.stop()
  await database.pool.query(`UPDATE outbox SET recorded_at = recorded_at - interval '3 days'`)
  await database.pool.query(`INSERT INTO outbox_cursor (sink, seq) VALUES ('late', 1)`)
  expect(await keepOutboxDays(database.pool)).toEqual({ made: 1, dropped: 0 })
  await database.pool.query(`UPDATE outbox_cursor SET seq = 2 WHERE sink = 'late'`)
  expect(await keepOutboxDays(database.pool)).toEqual({ made: 0, dropped: 1 })
  expect((await database.pool.query('SELECT 1 FROM outbox')).rowCount).toBe(0)
  await startRelay([sink])
  await write(1, 'commit', 0)
  await settled('watcher')
  expect(sink.seen.map(({ seq }) => seq)).toEqual([1n, 2n, 3n])
})

test('whoever is told how far it has come has been given everything that was committed before then', async () => {
  const committedAt = new Map<string, number>()
  const missing: string[] = []
  let told = 0
  const sink = collecting('watcher')
  const watching: Sink = {
    ...sink,
    caughtUp: async (asOfMs) => {
      told += 1
      const given = new Set(sink.seen.map(({ message }) => keyOf(message)))
      for (const [key, atMs] of committedAt) if (atMs < asOfMs && !given.has(key)) missing.push(key)
    },
  }
  // Two relays: the one that does not stamp knows no better than what the other has stamped.
  await startRelay([watching])
  await startRelay([watching])
  for (let n = 0; n < 120; n++) {
    await write(1 + (n % RECORDS), 'commit', n % 20 === 0 ? 40 : 0)
    const { rows } = await database.pool.query<{ version: number }>(
      'SELECT version FROM record_under_test WHERE id = $1',
      [1 + (n % RECORDS)],
    )
    committedAt.set(`${1 + (n % RECORDS)}:${rows[0]?.version}`, Date.now())
  }
  await settled('watcher')
  await vi.waitFor(() => expect(told).toBeGreaterThan(2), { timeout: 20_000 })
  expect(missing).toEqual([])
  expect(sink.seen.length).toBeGreaterThanOrEqual(120)
})

const keyOf = (message: SequencedMessage['message']): string =>
  message.topic === 'catalog' ? `${message.productId}:${message.version}` : message.topic

test('a sink that lets messages gather sees all of them in order, in fewer batches than one that does not', async () => {
  const batches = { eager: 0, patient: 0 }
  const counting = (name: keyof typeof batches, gatherMs?: number) => {
    const { handle, ...sink } = collecting(name)
    return {
      ...sink,
      ...(gatherMs === undefined ? {} : { gatherMs }),
      handle: async (messages: readonly SequencedMessage[]) => {
        batches[name]++
        await handle(messages)
      },
    }
  }
  const eager = counting('eager')
  const patient = counting('patient', 3_000)
  await startRelay([eager, patient])
  // One after the other, each waited for: the eager one is handed every message alone.
  for (let n = 1; n <= 12; n++) {
    await write(1, 'commit', 0)
    await vi.waitFor(() => expect(eager.seen).toHaveLength(n), { timeout: 10_000 })
  }
  await settled('patient')
  expect(batches.eager).toBe(12)
  expect(batches.patient).toBeLessThan(batches.eager)
  expect(versionsSeen(patient.seen)).toEqual(versionsSeen(eager.seen))
})

test('sinks that all work at once never wait for a connection that the relay keeps', async () => {
  const narrow = createPool(database.url, { max: 1 })
  const failures: string[] = []
  const atWork = new Set<string>()
  const names = ['a', 'b', 'c']
  const sinks = names.map((name): Sink => {
    return {
      name,
      handle: async () => {
        atWork.add(name)
        await vi.waitFor(() => expect(atWork.size).toBe(names.length), { timeout: 5_000 })
        await narrow.query('SELECT 1')
      },
    }
  })
  const relay = createRelay({ pool: narrow, sinks, observer: { ...quiet, failed: (work) => failures.push(work) } })
  relays.push(relay)
  await relay.start()
  await write(1, 'commit', 0)
  for (const name of names) await settled(name)
  expect(failures).toEqual([])
  await relay.stop()
  await narrow.end()
})

import { randomUUID } from 'node:crypto'
import { type DeliverDeps, deliverDue, type OutsideChange, type WebhookStore } from '@selvedge/core'
import { createRelay, createStockEngine, createSyncStore, createWebhookSink, createWebhookStore } from '@selvedge/db'
import { createTestDatabase, insertStock, type TestDatabase } from '@selvedge/db/testing'
import { createRequestSigner, createWebhookSender } from '@selvedge/infra'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type Receiver, startReceiver } from './receiver'

const SECRET = 'what both sides know'
let database: TestDatabase
let engine: ReturnType<typeof createStockEngine>
let store: WebhookStore
let deps: DeliverDeps
let relay: ReturnType<typeof createRelay>
const receivers: Receiver[] = []
const faults: unknown[] = []

beforeAll(async () => {
  database = await createTestDatabase()
  const { pool } = database
  for (const variantId of [1, 2, 3]) await insertStock(pool, { variantId, units: [100, 100] })
  engine = createStockEngine({ pool })
  store = createWebhookStore({ pool })
  deps = {
    store,
    sender: createWebhookSender({ signer: createRequestSigner(), nowMs: Date.now, allowLoopback: true }),
    box: { seal: (plain) => plain, open: (sealed) => sealed },
    chance: () => 0,
    onGivenUp: () => undefined,
  }
  relay = createRelay({
    pool,
    sinks: [createWebhookSink({ pool })],
    observer: { failed: (_work, error) => faults.push(error), unreadable: (_sink, _seq, error) => faults.push(error) },
  })
  await relay.start()
})
afterAll(async () => {
  await relay.stop()
  await engine.close()
  for (const receiver of receivers) await receiver.stop()
  await database.drop()
})

const subscribe = async (locationId?: number): Promise<{ id: string; receiver: Receiver }> => {
  const receiver = await startReceiver(() => SECRET)
  receivers.push(receiver)
  const id = randomUUID()
  const place = locationId === undefined ? {} : { locationId }
  await store.add({ id, name: id, url: receiver.url, ...place, sealedSecret: SECRET, actor: 'staff:a' })
  return { id, receiver }
}
const move = async (recordId: number, times: number): Promise<void> => {
  for (let n = 0; n < times; n++) {
    const answer = await engine.execute({
      kind: 'observe',
      origin: { actor: 'test', correlationId: 'trail' },
      observations: [{ recordId, variantId: Math.floor(recordId / 10), type: 'Received', quantity: 1 }],
    })
    if (!answer.ok) throw new Error(answer.error.code)
  }
}
const pump = () => deliverDue(deps, (fault) => faults.push(fault))
const taken = ({ bodies }: Receiver): OutsideChange[] => bodies.flatMap(({ changes }) => [...changes])
const untilTaken = (receiver: Receiver, count: number): Promise<void> =>
  vi.waitFor(
    async () => {
      await pump()
      if (taken(receiver).length < count) throw new Error(`${taken(receiver).length} of ${count}`)
    },
    { timeout: 30_000, interval: 100 },
  )
/** Each record's versions in the order they came. */
const versions = (receiver: Receiver): Map<number, number[]> => {
  const byRecord = new Map<number, number[]>()
  for (const { recordId, version } of taken(receiver))
    byRecord.set(recordId, [...(byRecord.get(recordId) ?? []), version])
  return byRecord
}
const isGapless = (numbers: readonly number[]): boolean =>
  numbers.every((n, i) => i === 0 || n === (numbers[i - 1] ?? 0) + 1)

test('every change of a location arrives signed, in order, none missing', async () => {
  const { receiver } = await subscribe(1)
  await Promise.all([move(10, 15), move(20, 15), move(11, 15)])
  await untilTaken(receiver, 30)
  expect(new Set(taken(receiver).map(({ location }) => location))).toEqual(new Set(['L1']))
  for (const seen of versions(receiver).values()) expect(isGapless(seen)).toBe(true)
  expect(receiver.forged).toBe(0)
  expect(faults).toEqual([])
})

test('an endpoint that fails or redirects makes only itself wait, and gets the same again until it takes it', async () => {
  const [bad, good] = [await subscribe(), await subscribe()]
  bad.receiver.moods.push(500, 302, 404)
  await move(30, 5)
  await untilTaken(good.receiver, 5)
  expect(taken(bad.receiver)).toEqual([])
  await vi.waitFor(
    async () => {
      await store.retryNow(bad.id)
      await pump()
      expect(taken(bad.receiver).length).toBeGreaterThanOrEqual(5)
    },
    { timeout: 30_000, interval: 50 },
  )
  expect(isGapless(versions(bad.receiver).get(30) ?? [])).toBe(true)
  const log = await store.attempts(bad.id, 10)
  expect(log.map(({ status }) => status)).toEqual(expect.arrayContaining([500, 302, 404, 200]))
})

test('two workers do not send to one endpoint at once', async () => {
  const { receiver } = await subscribe()
  await move(31, 20)
  await vi.waitFor(
    async () => {
      await Promise.all([pump(), pump(), pump()])
      expect(taken(receiver).length).toBeGreaterThanOrEqual(20)
    },
    { timeout: 30_000, interval: 50 },
  )
  expect(taken(receiver)).toHaveLength(20)
})

test('a receiver that was off is told to read the levels, and reads on without a gap', async () => {
  const { id, receiver } = await subscribe(2)
  await store.setState(id, 'disabled')
  await move(21, 3)
  await store.setState(id, 'active')
  await move(21, 1)
  await untilTaken(receiver, 1)
  expect(receiver.bodies[0]).toMatchObject({ resync: true })
})

test('the feed gives every change once, in one order, whatever location is asked for', async () => {
  const sync = createSyncStore({ pool: database.pool, engine })
  const start = await sync.levels({ afterRecordId: 0, limit: 1_000 })
  await Promise.all([move(10, 20), move(11, 20)])
  const seen: OutsideChange[] = []
  let after = BigInt(start.changesAfter)
  await vi.waitFor(
    async () => {
      const page = await sync.changes({ after, locationId: 1, limit: 7 })
      if (!page.ok) throw new Error(page.error.code)
      seen.push(...page.value.changes)
      after = BigInt(page.value.next)
      expect(seen.filter(({ recordId }) => recordId === 10).length).toBeGreaterThanOrEqual(20)
    },
    { timeout: 30_000, interval: 20 },
  )
  expect(seen.every(({ location }) => location === 'L1')).toBe(true)
  expect(isGapless(seen.filter(({ recordId }) => recordId === 10).map(({ version }) => version))).toBe(true)
  const tooOld = await database.pool
    .query('DELETE FROM outbox WHERE seq IS NOT NULL')
    .then(() => sync.changes({ after: 0n, limit: 10 }))
  expect(tooOld).toMatchObject({ ok: false, error: { code: 'CURSOR_TOO_OLD' } })
})

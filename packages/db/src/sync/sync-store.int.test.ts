import { createHash, createHmac, randomUUID } from 'node:crypto'
import {
  createSyncService,
  type SignedBy,
  SYNC_KEPT_DAYS,
  SYNC_RETRY_DAYS,
  type SyncAnswer,
  type SyncService,
} from '@selvedge/core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createStockEngine, type PgStockEngine } from '../inventory/stock-engine'
import { verifyLedger } from '../inventory/verify'
import { createTestDatabase, insertStock, type TestDatabase } from '../testing/index'
import { pruneSync } from './prune-sync'
import { createSyncStore } from './sync-store'

const SECRET = 'the secret of the till'
let database: TestDatabase
let engine: PgStockEngine
let sync: SyncService
let nowMs = Date.now()

const hmac = (secret: string, text: string): string => createHmac('sha256', secret).update(text).digest('hex')

beforeAll(async () => {
  database = await createTestDatabase()
  for (const variantId of [1, 2, 4, 5, 6, 7]) await insertStock(database.pool, { variantId, units: [10, 10] })
  // Its first delivery is told by the till, with the time that it had.
  await insertStock(database.pool, { variantId: 3, units: [0, 0] })
  engine = createStockEngine({ pool: database.pool })
  const store = createSyncStore({ pool: database.pool, engine })
  sync = createSyncService({
    store,
    signer: { sign: hmac, matches: (secret, text, signature) => hmac(secret, text) === signature },
    box: { seal: (plain) => plain, open: (sealed) => sealed },
    digest: (text) => createHash('sha256').update(text).digest('hex'),
    nowMs: () => nowMs,
  })
  const source = { name: 'Till', keyId: 'till', sealedSecret: SECRET, actor: 'staff:a', expectedEveryMinutes: 60 }
  await store.addSource({ id: randomUUID(), ...source })
  await store.addSource({ id: randomUUID(), ...source, keyId: 'bound', locationId: 1 })
})
afterAll(async () => {
  await engine.close()
  await database.drop()
})

const sign = (content: string, changes: Partial<SignedBy> = {}): SignedBy => {
  const timestamp = changes.timestamp ?? String(Math.floor(nowMs / 1_000))
  return { keyId: 'till', timestamp, content, signature: hmac(SECRET, `${timestamp}.${content}`), ...changes }
}
const ago = (minutes: number): string => new Date(Date.now() - minutes * 60_000).toISOString()
const body = (messages: readonly object[], changes: object = {}): string =>
  JSON.stringify({ batchId: randomUUID(), sentAt: new Date().toISOString(), messages, ...changes })
const told = async (messages: readonly object[], changes: object = {}): Promise<SyncAnswer> => {
  const answer = await sync.receive(sign(body(messages, changes)), randomUUID())
  if (!answer.ok) throw new Error(JSON.stringify(answer.error))
  return answer.value
}
const onHand = async (recordId: number): Promise<number> => {
  const { rows } = await database.pool.query('SELECT on_hand FROM stock_level WHERE record_id = $1', [recordId])
  return rows[0]?.on_hand
}
const everything = async (): Promise<unknown> => {
  const { rows } = await database.pool.query(
    `SELECT (SELECT count(*) FROM inventory_event) AS ledger, (SELECT count(*) FROM sync_message) AS messages,
      (SELECT count(*) FROM sync_batch) AS batches, (SELECT count(*) FROM sync_conflict) AS conflicts`,
  )
  return rows[0]
}

test('a sale at the till takes a piece off the shelf, once, however often it is told', async () => {
  const sale = { seq: 1, sku: 'SKU-1', location: 'L1', kind: 'sale', quantity: 2, observedAt: ago(1) }
  const content = body([sale])
  const first = await sync.receive(sign(content), 'a')
  const again = await sync.receive(sign(content), 'b')
  expect(first.ok).toBe(true)
  expect(again).toEqual(first)
  expect((await told([sale])).results[0]).toMatchObject({ outcome: 'duplicate' })
  expect(await onHand(10)).toBe(8)
})

test('a forged, a strange, an old and a changed request change nothing', async () => {
  const content = body([{ seq: 9, sku: 'SKU-1', location: 'L1', kind: 'sale', quantity: 1, observedAt: ago(1) }])
  const before = await everything()
  const code = async (signed: SignedBy): Promise<unknown> => {
    const answer = await sync.receive(signed, 'x')
    return answer.ok ? 'accepted' : answer.error.code
  }
  expect(await code(sign(content, { signature: '0'.repeat(64) }))).toBe('SIGNATURE_REFUSED')
  expect(await code(sign(content, { keyId: 'nobody' }))).toBe('SIGNATURE_REFUSED')
  expect(await code({ ...sign(content), content: content.replace('"quantity":1', '"quantity":9') })).toBe(
    'SIGNATURE_REFUSED',
  )
  expect(await code(sign(content, { timestamp: '1e9' }))).toBe('SIGNATURE_REFUSED')
  expect(await code(sign(content, { timestamp: String(Math.floor(nowMs / 1_000) - 301) }))).toBe('SIGNATURE_TOO_OLD')
  expect(await code(sign(content, { timestamp: String(Math.floor(nowMs / 1_000) + 301) }))).toBe('SIGNATURE_TOO_OLD')
  const captured = sign(content)
  nowMs += 10 * 60_000
  expect(await code(captured)).toBe('SIGNATURE_TOO_OLD')
  nowMs -= 10 * 60_000
  expect(await everything()).toEqual(before)
})

test.each([
  ['no JSON', 'hello'],
  ['no messages', body([])],
  [
    'too many',
    body(
      Array.from({ length: 1_001 }, (_, n) => ({
        seq: n + 1,
        sku: 'SKU-1',
        location: 'L1',
        kind: 'sale',
        quantity: 1,
        observedAt: ago(1),
      })),
    ),
  ],
  ['a fraction', body([{ seq: 1, sku: 'SKU-1', location: 'L1', kind: 'sale', quantity: 1.5, observedAt: ago(1) }])],
  ['a negative', body([{ seq: 1, sku: 'SKU-1', location: 'L1', kind: 'sale', quantity: -1, observedAt: ago(1) }])],
  ['nothing sold', body([{ seq: 1, sku: 'SKU-1', location: 'L1', kind: 'sale', quantity: 0, observedAt: ago(1) }])],
  ['a huge number', body([{ seq: 1, sku: 'SKU-1', location: 'L1', kind: 'count', quantity: 1e9, observedAt: ago(1) }])],
  [
    'an unknown field',
    body([{ seq: 1, sku: 'SKU-1', location: 'L1', kind: 'sale', quantity: 1, observedAt: ago(1), price: 1 }]),
  ],
])('a batch with %s is refused whole', async (_what, content) => {
  const before = await everything()
  const answer = await sync.receive(sign(content), 'x')
  expect(answer).toMatchObject({ ok: false, error: { code: 'INVALID_BATCH' } })
  expect(await everything()).toEqual(before)
})

test('a bad field is named with its line', async () => {
  const good = { seq: 1, sku: 'SKU-1', location: 'L1', kind: 'sale', quantity: 1, observedAt: ago(1) }
  const answer = await sync.receive(sign(body([good, { ...good, quantity: 'two' }])), 'x')
  expect(answer).toMatchObject({ ok: false, error: { problems: [{ line: 2, field: 'quantity' }] } })
})

test('unknown SKUs and locations are refused by line, and the rest is applied', async () => {
  const sale = { sku: 'SKU-2', location: 'L1', kind: 'sale', quantity: 1, observedAt: ago(1) }
  const answer = await told([
    { ...sale, seq: 1, sku: 'NO-SUCH' },
    { ...sale, seq: 1, location: 'NOWHERE' },
    { ...sale, seq: 1, location: undefined },
    { ...sale, seq: 1 },
  ])
  expect(answer.results.map(({ code }) => code)).toEqual([
    'UNKNOWN_SKU',
    'UNKNOWN_LOCATION',
    'LOCATION_MISSING',
    undefined,
  ])
  expect(await onHand(20)).toBe(9)
  const conflicts = await createSyncStore({ pool: database.pool, engine }).conflicts({ open: true, limit: 50 })
  expect(conflicts.filter(({ batchId }) => batchId === answer.batchId)).toHaveLength(3)
})

test('a source of one location is refused at another', async () => {
  const sale = { seq: 1, sku: 'SKU-2', location: 'L2', kind: 'sale', quantity: 1, observedAt: ago(1) }
  const answer = await sync.receive(sign(body([sale]), { keyId: 'bound' }), 'x')
  expect(answer).toMatchObject({ ok: true, value: { results: [{ code: 'LOCATION_NOT_YOURS' }] } })
})

test('a count taken before sales that are already known does not undo them', async () => {
  await told([{ seq: 2, sku: 'SKU-3', location: 'L1', kind: 'receipt', quantity: 20, observedAt: ago(50) }])
  await told([{ seq: 3, sku: 'SKU-3', location: 'L1', kind: 'sale', quantity: 4, observedAt: ago(5) }])
  const answer = await told([
    { seq: 4, sku: 'SKU-3', location: 'L1', kind: 'count', quantity: 18, observedAt: ago(20) },
  ])
  expect(answer.results[0]).toMatchObject({ outcome: 'applied' })
  expect(await onHand(30)).toBe(14)
  const late = await told([{ seq: 1, sku: 'SKU-3', location: 'L1', kind: 'sale', quantity: 1, observedAt: ago(40) }])
  expect(late.results[0]).toMatchObject({ outcome: 'absorbed' })
  expect(await onHand(30)).toBe(14)
  const older = await told([{ seq: 5, sku: 'SKU-3', location: 'L1', kind: 'count', quantity: 99, observedAt: ago(30) }])
  expect(older.results[0]).toMatchObject({ outcome: 'superseded' })
  expect(await onHand(30)).toBe(14)
})

test('selling what the books never had is found, and promises without pieces are reported', async () => {
  const answer = await told([{ seq: 1, sku: 'SKU-4', location: 'L1', kind: 'sale', quantity: 13, observedAt: ago(1) }])
  expect(answer.conflicts).toMatchObject([{ kind: 'sold-beyond-book', sku: 'SKU-4', facts: { units: 3 } }])
  expect(await onHand(40)).toBe(0)
})

test('a till whose clock is two hours fast is corrected, and told so', async () => {
  const fast = (minutes: number): string => new Date(Date.now() + 7_200_000 - minutes * 60_000).toISOString()
  const answer = await told(
    [{ seq: 1, sku: 'SKU-5', location: 'L1', kind: 'sale', quantity: 1, observedAt: fast(3) }],
    { sentAt: fast(0) },
  )
  expect(Math.round(answer.skewMs / 60_000)).toBe(120)
  const { rows } = await database.pool.query<{ age: number }>(
    `SELECT extract(epoch FROM recorded_at - effective_at)::float8 / 60 AS age FROM inventory_event
      WHERE record_id = 50 AND type = 'SoldAtTill'`,
  )
  expect(rows[0]?.age).toBeGreaterThan(2.5)
  expect(rows[0]?.age).toBeLessThan(4)
})

test('a batch id with another content is refused', async () => {
  const batchId = randomUUID()
  const sale = { seq: 1, sku: 'SKU-6', location: 'L1', kind: 'sale', quantity: 1, observedAt: ago(1) }
  await told([sale], { batchId })
  const answer = await sync.receive(sign(body([{ ...sale, quantity: 5 }], { batchId })), 'x')
  expect(answer).toMatchObject({ ok: false, error: { code: 'BATCH_ID_REUSED' } })
  expect(await onHand(60)).toBe(9)
})

test('batches sent at once, doubled and overlapping, add up exactly', async () => {
  const messages = Array.from({ length: 60 }, (_, n) => ({
    seq: n + 1,
    sku: 'SKU-7',
    location: n % 2 === 0 ? 'L1' : 'L2',
    kind: n % 3 === 0 ? 'sale' : 'receipt',
    quantity: 1 + (n % 4),
    observedAt: ago(30 - (n % 30)),
  }))
  const content = Array.from({ length: 6 }, (_, n) => body(messages.slice(n * 10, n * 10 + 10)))
  const answers = await Promise.all([...content, ...content].map((one) => sync.receive(sign(one), randomUUID())))
  expect(answers.every(({ ok }) => ok)).toBe(true)
  const expected = (place: string): number =>
    messages.reduce((sum, m) => (m.location === place ? sum + (m.kind === 'sale' ? -m.quantity : m.quantity) : sum), 10)
  expect([await onHand(70), await onHand(71)]).toEqual([expected('L1'), expected('L2')])
})

test('after all of it the levels are the fold of the ledger', async () => {
  expect(await verifyLedger(database.pool)).toEqual([])
})

test('a count of a supplier tells when its shelf was last reported, a sale there does not', async () => {
  await database.pool.query("UPDATE location SET kind = 'supplier' WHERE id = 1")
  const reportedAt = async (recordId: number): Promise<Date | null> => {
    const { rows } = await database.pool.query('SELECT reported_at FROM inventory_record WHERE id = $1', [recordId])
    return rows[0]?.reported_at
  }
  const at = ago(3)
  const message = { sku: 'SKU-1', location: 'L1', observedAt: at }
  await told([{ ...message, seq: 900_001, kind: 'sale', quantity: 1 }])
  expect(await reportedAt(10)).toBeNull()
  await told([{ ...message, seq: 900_002, kind: 'count', quantity: 4 }])
  expect(Math.abs(((await reportedAt(10))?.getTime() ?? 0) - new Date(at).getTime())).toBeLessThan(120_000)
})

test('what a source may still send again is kept; what is older is forgotten bit by bit, and sent again it changes no book', async () => {
  expect(SYNC_KEPT_DAYS).toBeGreaterThan(SYNC_RETRY_DAYS)
  const messages = [
    { seq: 901, sku: 'SKU-7', location: 'L1', kind: 'sale', quantity: 2, observedAt: ago(3) },
    { seq: 902, sku: 'SKU-7', location: 'L2', kind: 'count', quantity: 4, observedAt: ago(2) },
    { seq: 903, sku: 'SKU-7', location: 'L1', kind: 'found', quantity: 1, observedAt: ago(1) },
  ]
  const content = body(messages)
  const first = await sync.receive(sign(content), 'first')
  expect(first.ok).toBe(true)
  const shelves = () => Promise.all([70, 71].map(onHand))
  const after = await shelves()
  const made = async () => {
    const { rows } = await database.pool.query<{ batches: number; messages: number; entries: number }>(
      `SELECT (SELECT count(*)::int FROM sync_batch) AS batches, (SELECT count(*)::int FROM sync_message) AS messages,
        (SELECT count(*)::int FROM inventory_event) AS entries`,
    )
    return rows[0]
  }
  const age = async (days: number) => {
    await database.pool.query(`UPDATE sync_batch SET received_at = clock_timestamp() - $1 * interval '1 day'`, [days])
    await database.pool.query(`UPDATE sync_message SET effective_at = clock_timestamp() - $1 * interval '1 day'`, [
      days,
    ])
  }
  const before = await made()

  await age(SYNC_RETRY_DAYS)
  expect(await pruneSync(database.pool)).toBe(false)
  expect(await made()).toEqual(before)
  expect(await sync.receive(sign(content), 'again')).toEqual(first)

  await age(SYNC_KEPT_DAYS + 1)
  expect(await pruneSync(database.pool, 2)).toBe(true)
  expect(await made()).toMatchObject({ batches: (before?.batches ?? 0) - 2, messages: (before?.messages ?? 0) - 2 })
  while (await pruneSync(database.pool, 2));
  expect(await made()).toEqual({ batches: 0, messages: 0, entries: before?.entries })

  expect(await sync.receive(sign(content), 'long after')).toMatchObject({ ok: true })
  expect(await shelves()).toEqual(after)
  expect(await made()).toMatchObject({ entries: before?.entries })
  expect(await verifyLedger(database.pool)).toEqual([])
})

import { createHmac, randomUUID } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createSourceDesk, createSyncService, type FreshKey } from '@selvedge/core'
import { createStockEngine, createSyncStore, type PgStockEngine } from '@selvedge/db'
import { createTestDatabase, insertStock, type TestDatabase } from '@selvedge/db/testing'
import { createRequestSigner, createSecretBox, sha256Hex } from '@selvedge/infra'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { announceBody } from '../testing/announce-body'
import { syncRoute } from './sync-route'

let database: TestDatabase
let engine: PgStockEngine
let server: Server
let address: string
let till: FreshKey
let before: unknown

beforeAll(async () => {
  database = await createTestDatabase()
  await insertStock(database.pool, { variantId: 1, units: [10] })
  engine = createStockEngine({ pool: database.pool })
  const store = createSyncStore({ pool: database.pool, engine })
  const box = createSecretBox({ secret: 'a secret of this test, of thirty-two bytes', purpose: 'sync-sources' })
  const newSecret = (): string => randomUUID()
  const made = await createSourceDesk({ store, box, newId: randomUUID, newSecret }).create(
    { name: 'Till', location: 'L1', expectedEveryMinutes: 60 },
    { actor: 'staff:test', correlationId: 'test' },
  )
  if (!made.ok) throw new Error(made.error.code)
  till = made.value
  const route = syncRoute(
    createSyncService({ store, signer: createRequestSigner(), box, digest: sha256Hex, nowMs: Date.now }),
  )
  server = createServer((req, res) => void route.handle(req, res))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(async () => {
  server.close()
  await engine.close()
  await database.drop()
})

const everything = async () =>
  (
    await database.pool.query(
      `SELECT (SELECT count(*) FROM inventory_event) AS ledger, (SELECT count(*) FROM sync_message) AS messages,
        (SELECT count(*) FROM sync_batch) AS batches, (SELECT on_hand FROM stock_level WHERE record_id = 10) AS on_hand`,
    )
  ).rows[0]

const sale = (seq: number) => ({ seq, sku: 'SKU-1', kind: 'sale', quantity: 1, observedAt: new Date().toISOString() })
const batchOf = (...messages: readonly object[]) =>
  JSON.stringify({ batchId: randomUUID(), sentAt: new Date().toISOString(), messages })
const headersFor = (content: string | Buffer, changes: { ageMs?: number; secret?: string; key?: string } = {}) => {
  const timestamp = String(Math.floor((Date.now() - (changes.ageMs ?? 0)) / 1_000))
  const signature = createHmac('sha256', changes.secret ?? till.secret)
    .update(`${timestamp}.`)
    .update(content)
  return {
    'x-selvedge-key': changes.key ?? till.keyId,
    'x-selvedge-timestamp': timestamp,
    'x-selvedge-signature': signature.digest('hex'),
  }
}
const post = async (body: string | Buffer<ArrayBuffer>, headers: Record<string, string>) => {
  const answer = await fetch(`${address}/api/sync/stock`, { method: 'POST', body, headers })
  return { status: answer.status, body: await answer.json() }
}

beforeEach(async () => {
  before = await everything()
})

test('a sale that is signed is taken in once; the very same request again is answered the same and changes nothing', async () => {
  const body = batchOf(sale(1))
  const headers = headersFor(body)
  const first = await post(body, headers)
  expect(first.status).toBe(200)
  const after = await everything()
  expect(after).toMatchObject({ on_hand: 9 })
  expect(await post(body, headers)).toEqual(first)
  expect(await everything()).toEqual(after)
})

test('the same batch id with another content is refused', async () => {
  const body = batchOf(sale(2))
  expect((await post(body, headersFor(body))).status).toBe(200)
  const after = await everything()
  const other = body.replace('"quantity":1', '"quantity":5')
  expect(await post(other, headersFor(other))).toMatchObject({ status: 409, body: { code: 'BATCH_ID_REUSED' } })
  expect(await everything()).toEqual(after)
})

const HALF_AN_HOUR = 1_800_000
const LARGE = 1024 * 1024 + 1

/** Each with what is wrong with it, and the answer that names it. */
const REFUSED: readonly (readonly [what: string, () => Promise<unknown>, answer: object])[] = [
  ['unsigned', () => post(batchOf(sale(9)), {}), { status: 401, body: { code: 'SIGNATURE_REFUSED' } }],
  [
    'signed with another secret',
    () => post(batchOf(sale(9)), headersFor(batchOf(sale(9)), { secret: 'guessed' })),
    { status: 401, body: { code: 'SIGNATURE_REFUSED' } },
  ],
  [
    'under a key that nobody has',
    () => post('{}', headersFor('{}', { key: 'src_nobody' })),
    { status: 401, body: { code: 'SIGNATURE_REFUSED' } },
  ],
  [
    'changed on the way',
    () => {
      const body = batchOf(sale(9))
      return post(body.replace('"quantity":1', '"quantity":9'), headersFor(body))
    },
    { status: 401, body: { code: 'SIGNATURE_REFUSED' } },
  ],
  [
    'replayed after its window',
    () => {
      const body = batchOf(sale(9))
      return post(body, headersFor(body, { ageMs: HALF_AN_HOUR }))
    },
    { status: 401, body: { code: 'SIGNATURE_TOO_OLD' } },
  ],
  [
    'not UTF-8',
    () => {
      const body = Buffer.from(batchOf({ ...sale(9), note: 'caf\u00e9' }), 'latin1')
      return post(body, headersFor(body))
    },
    { status: 401, body: { code: 'SIGNATURE_REFUSED' } },
  ],
  ['no JSON', () => post('{"batch', headersFor('{"batch')), { status: 400, body: { code: 'INVALID_BATCH' } }],
  [
    'a fraction of a piece',
    () => {
      const body = batchOf({ ...sale(9), quantity: 1.5 })
      return post(body, headersFor(body))
    },
    { status: 400, body: { code: 'INVALID_BATCH' } },
  ],
  [
    'too large',
    () => announceBody(`${address}/api/sync/stock`, LARGE, headersFor('x')),
    { status: 413, body: { code: 'TOO_LARGE', maxBytes: LARGE - 1 } },
  ],
]

test.each(REFUSED)('a batch that is %s is refused by name and changes nothing', async (_, send, answer) => {
  expect(await send()).toMatchObject(answer)
  expect(await everything()).toEqual(before)
})

test('changes and levels are read by path and query as signed; another query under the same signature is not', async () => {
  const path = '/api/sync/changes?after=0&limit=10'
  const read = async (asked: string, headers: Record<string, string>) => {
    const answer = await fetch(address + asked, { headers })
    return { status: answer.status, body: await answer.json() }
  }
  expect((await read(path, headersFor(path))).status).toBe(200)
  expect(await read('/api/sync/changes?after=0&limit=20', headersFor(path))).toMatchObject({ status: 401 })
  const wrong = '/api/sync/levels?limit=-1'
  expect(await read(wrong, headersFor(wrong))).toMatchObject({ status: 400, body: { code: 'INVALID_QUERY' } })
  expect(await read('/api/sync/nothing', {})).toMatchObject({ status: 404 })
})

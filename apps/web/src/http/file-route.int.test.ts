import { randomUUID } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Context } from '@selvedge/api'
import { createFileDesk, type Viewer } from '@selvedge/core'
import { createActionJournal, createFileStore } from '@selvedge/db'
import { createTestDatabase, insertStock, type TestDatabase } from '@selvedge/db/testing'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { announceBody } from '../testing/announce-body'
import { servicesWith } from '../testing/services-with'
import { fileRoute } from './file-route'

const LIMIT_BYTES = 4_096
const UPLOAD = '/api/admin/files?kind=counts&name=shelf.csv'
const FILE = 'sku,location,counted\nSKU-1,L1,9\n'
let database: TestDatabase
let server: Server
let address: string
let changes: Partial<Context>

const viewerOf = (role: Viewer['role']): Viewer => ({ userId: 'u', name: 'Ada', email: 'a@b.example', role })

beforeAll(async () => {
  database = await createTestDatabase()
  await insertStock(database.pool, { variantId: 1, units: [10] })
  const desk = createFileDesk({
    store: createFileStore(database),
    limits: { rows: 50, bytes: LIMIT_BYTES },
    newId: randomUUID,
    locationId: async () => 1,
  })
  const contextOf = async (): Promise<Context> => ({
    viewer: viewerOf('merchandiser'),
    cartId: undefined,
    ensureCartId: () => 'bag',
    forgetCart: () => undefined,
    person: undefined,
    ensurePerson: () => {
      throw new Error('nobody')
    },
    consent: undefined,
    setConsent: () => undefined,
    addressKey: undefined,
    origin: { actor: 'staff:u', correlationId: 'test' },
    sameSite: true,
    services: servicesWith({ audit: createActionJournal(database) }),
    ...changes,
  })
  const route = fileRoute(desk, contextOf, LIMIT_BYTES)
  server = createServer((req, res) => void route.handle(req, res))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(async () => {
  server.close()
  await database.drop()
})
beforeEach(() => {
  changes = {}
})

const send = async (body: string | Buffer<ArrayBuffer>, path = UPLOAD, method = 'POST') => {
  const answer = await fetch(address + path, { method, body })
  return { status: answer.status, body: await answer.json() }
}
/** Files that were taken, and pieces of any file that are kept. */
const kept = async () => {
  const { rows } = await database.pool.query(
    `SELECT (SELECT count(*)::int FROM file_job WHERE state <> 'dropped') AS files, (SELECT count(*)::int FROM file_chunk) AS pieces`,
  )
  return rows[0]
}

test('a file of staff is taken and comes back as it was; who may not, gets none of it', async () => {
  const taken = await send(FILE)
  expect(taken).toMatchObject({ status: 200 })
  const path = `/api/admin/files/${(taken.body as { fileId: string }).fileId}/problems`
  const problems = await fetch(address + path)
  expect(problems.headers.get('content-disposition')).toMatch(/^attachment/)
  expect(await problems.text()).toContain('line')
  changes = { viewer: viewerOf('shopper') }
  expect((await fetch(address + path)).status).toBe(403)
  changes = { viewer: undefined }
  expect((await fetch(address + path)).status).toBe(401)
  changes = {}
  expect((await fetch(`${address}/api/admin/files/${randomUUID()}/file`)).status).toBe(404)
})

const NOTHING_KEPT: readonly (readonly [what: string, () => Promise<unknown>, answer: object])[] = [
  ['of a guest', () => send(FILE), { status: 401 }],
  ['of a shopper', () => send(FILE), { status: 403 }],
  ['sent by another site', () => send(FILE), { status: 403, body: { code: 'CROSS_SITE' } }],
  ['of a kind nobody knows', () => send(FILE, '/api/admin/files?kind=secrets&name=a'), { status: 400 }],
  [
    'said to be too large',
    () => announceBody(address + UPLOAD, LIMIT_BYTES + 1, {}),
    { status: 422, body: { refusal: { code: 'TOO_LARGE', limitBytes: LIMIT_BYTES } } },
  ],
  ['with too many rows', () => send('a\n'.repeat(60)), { status: 422, body: { refusal: { code: 'TOO_MANY_ROWS' } } }],
  ['empty', () => send(''), { status: 422, body: { refusal: { code: 'EMPTY' } } }],
  [
    'no text',
    () => send(Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 8, 1, 2])),
    { status: 422, body: { refusal: { code: 'NOT_TEXT' } } },
  ],
  [
    'in an encoding that cannot be told',
    () => send(Buffer.concat([Buffer.from(FILE), Buffer.from([0x41, 0x81, 0x0a])])),
    { status: 422, body: { refusal: { code: 'UNKNOWN_ENCODING' } } },
  ],
]

test.each(NOTHING_KEPT)('a file %s is refused by name, and none of it is kept', async (what, upload, answer) => {
  const before = await kept()
  if (what === 'of a guest') changes = { viewer: undefined }
  if (what === 'of a shopper') changes = { viewer: viewerOf('shopper') }
  if (what === 'sent by another site') changes = { sameSite: false }
  expect(await upload()).toMatchObject(answer)
  expect(await kept()).toEqual(before)
})

test('an upload stands in the journal like every other change, with what came of it', async () => {
  const written = async () => (await createActionJournal(database).list({ limit: 1 }))[0]
  await send(FILE)
  const input = { kind: 'counts', name: 'shelf.csv' }
  expect(await written()).toMatchObject({ procedure: 'admin.files.upload', actor: 'staff:u', input, outcome: 'done' })
  await send('')
  expect(await written()).toMatchObject({ procedure: 'admin.files.upload', outcome: 'FILE_REFUSED' })
  const last = await written()
  changes = { viewer: viewerOf('shopper') }
  await send(FILE)
  expect(await written()).toEqual(last)
})

import { randomUUID } from 'node:crypto'
import { type Context, createCaller } from '@selvedge/api'
import { createStockEditor, DEFAULT_HOLD_POLICY, type Role, type StockReader } from '@selvedge/core'
import {
  createActionJournal,
  createSafetyOverrides,
  createStockEngine,
  createStockHistory,
  createStockReader,
  type PgStockEngine,
  verifyLedger,
} from '@selvedge/db'
import { createTestDatabase, insertStock, type TestDatabase } from '@selvedge/db/testing'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { servicesWith } from '../../testing/services-with'

let database: TestDatabase
let stock: PgStockEngine
let stockReader: StockReader
let variantId = 100

const caller = (role: Role | 'guest') => {
  const services = servicesWith({
    stock,
    stockReader,
    stockHistory: createStockHistory({ pool: database.pool }),
    audit: createActionJournal({ pool: database.pool }),
    stockEditor: createStockEditor({ stock, stockReader, safety: createSafetyOverrides({ engine: stock }) }),
  })
  const context: Context = {
    viewer: role === 'guest' ? undefined : { userId: 'u-1', email: 'u@example.com', name: 'Maren', role },
    cartId: undefined,
    ensureCartId: () => randomUUID(),
    forgetCart: () => undefined,
    person: undefined,
    ensurePerson: () => 'v:test',
    consent: undefined,
    setConsent: () => undefined,
    addressKey: undefined,
    origin: { actor: role === 'guest' ? 'guest:new' : 'staff:u-1', correlationId: 'trail-0001' },
    sameSite: true,
    services,
  }
  return createCaller(context)
}
const staff = () => caller('merchandiser').admin
const recordId = () => variantId * 10
const adjustment = (change: object = {}) => ({
  recordId: recordId(),
  variantId,
  delta: -2,
  reason: 'damage' as const,
  expectedVersion: 1,
  ...change,
})
const hold = async (units: number) => {
  const line = { reservationId: randomUUID(), variantId, units }
  const cartId = randomUUID()
  const origin = { actor: `guest:${cartId}`, correlationId: 'hold-0001' }
  const outcome = await stock.execute({
    kind: 'hold',
    purpose: 'checkout',
    origin,
    holder: { cartId },
    policy: DEFAULT_HOLD_POLICY,
    lines: [line],
  })
  expect(outcome.ok).toBe(true)
  return { cartId, ...line }
}

beforeAll(async () => {
  database = await createTestDatabase(4)
  await insertStock(database.pool, { variantId, units: [1, 1] })
  stock = createStockEngine({ pool: database.pool })
  stockReader = createStockReader({ pool: database.pool })
  await database.pool.query(
    `INSERT INTO users (id, name, email, role) VALUES ('u-1', 'Maren', 'u@example.com', 'merchandiser')`,
  )
})
afterAll(async () => {
  await stock.close()
  await database.drop()
})
beforeEach(async () => {
  variantId += 1
  await insertStock(database.pool, { variantId, units: [10, 4] })
})

const cell = (change: object = {}) => ({
  recordId: recordId(),
  variantId,
  figure: 'onHand' as const,
  seen: 10,
  value: 8,
  ...change,
})
const batch = (cells: ReturnType<typeof cell>[]) => ({ batchId: randomUUID(), reason: 'count' as const, cells })

const now = { at: new Date(), axis: 'recorded' } as const

test('a guest is asked to sign in and a shopper is turned away, by every staff procedure', async () => {
  for (const [role, code] of [
    ['guest', 'UNAUTHORIZED'],
    ['shopper', 'FORBIDDEN'],
  ] as const) {
    const { admin } = caller(role)
    const refused = [
      admin.stock.grid({ limit: 1 }),
      admin.stock.levels({ recordIds: [] }),
      admin.stock.locations(),
      admin.stock.record({ recordId: recordId() }),
      admin.stock.ledger({ recordId: recordId(), limit: 1 }),
      admin.stock.recent({ limit: 1 }),
      admin.stock.adjust(adjustment()),
      admin.stock.edit(batch([cell()])),
      admin.holds.list({ limit: 1 }),
      admin.holds.release({ cartId: randomUUID(), reservationId: randomUUID(), variantId, reason: 'mistake' }),
      admin.figures.now(),
      admin.history.timeline({ recordId: recordId(), axis: 'recorded', points: 2 }),
      admin.history.record({ recordId: recordId(), moment: now }),
      admin.history.why({ recordId: recordId(), figure: 'onHand', moment: now, limit: 1 }),
      admin.history.records({ scope: { kind: 'shop' }, moment: now, limit: 1 }),
      admin.history.totals({ scope: { kind: 'shop' }, moment: now }),
      admin.history.changes({ scope: { kind: 'shop' }, from: now, to: now, limit: 1 }),
    ]
    for (const answer of refused) await expect(answer).rejects.toMatchObject({ code })
  }
  expect(await staff().stock.record({ recordId: recordId() })).toMatchObject({ version: 1, onHand: 10 })
})

test.each([
  ['of nothing', { delta: 0 }],
  ['of half a piece', { delta: 1.5 }],
  ['beyond any warehouse', { delta: 1e9 }],
  ['without a known reason', { reason: 'because' }],
  ['without the version seen', { expectedVersion: undefined }],
  ['with a field nobody asked for', { actor: 'staff:someone-else' }],
  ['with an empty note', { note: '   ' }],
])('an adjustment %s is refused and changes nothing', async (_, change) => {
  await expect(staff().stock.adjust(adjustment(change))).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  expect(await staff().stock.record({ recordId: recordId() })).toMatchObject({ version: 1, onHand: 10 })
})

test('an adjustment of a record that does not exist is refused', async () => {
  const answer = staff().stock.adjust(adjustment({ recordId: 2_000_000_000 }))
  await expect(answer).rejects.toMatchObject({ code: 'NOT_FOUND', message: 'UNKNOWN_RECORD' })
})

test('an adjustment made against older numbers is refused and changes nothing', async () => {
  await staff().stock.adjust(adjustment())
  const late = staff().stock.adjust(adjustment({ delta: 5 }))
  await expect(late).rejects.toMatchObject({ code: 'CONFLICT', message: 'STOCK_CHANGED' })
  expect(await staff().stock.record({ recordId: recordId() })).toMatchObject({ version: 2, onHand: 8 })
})

test('an adjustment is in the ledger with who, why, the trail and the balance after it', async () => {
  await staff().stock.adjust(adjustment({ note: 'Torn seam' }))
  const { entries, nextBeforeVersion } = await staff().stock.ledger({ recordId: recordId(), limit: 10 })
  expect(entries[0]).toMatchObject({
    version: 2,
    type: 'Adjusted',
    quantity: -2,
    reason: 'damage',
    note: 'Torn seam',
    actor: 'staff:u-1',
    actorName: 'Maren',
    correlationId: 'trail-0001',
    cause: { type: 'adjustment', id: 'trail-0001' },
    after: { onHand: 8, version: 2 },
  })
  expect(nextBeforeVersion).toBeNull()
})

test('every page of the ledger shows the balances of the whole fold, and the newest equals the level', async () => {
  const held = await hold(3)
  await staff().stock.adjust(adjustment({ delta: 4, reason: 'found', expectedVersion: 2 }))
  await staff().holds.release({ ...release(held), reason: 'customer-asked' })
  const read = await staff().stock.ledger({ recordId: recordId(), limit: 2 })
  const older = await staff().stock.ledger({ recordId: recordId(), limit: 2, beforeVersion: 3 })
  const balances = [...read.entries, ...older.entries].map(({ version, after }) => [
    version,
    after.version,
    after.onHand,
    after.reserved,
  ])
  expect(balances).toEqual([
    [4, 4, 14, 0],
    [3, 3, 14, 3],
    [2, 2, 10, 3],
    [1, 1, 10, 0],
  ])
  const { version, onHand, reserved } = await staff().stock.record({ recordId: recordId() })
  expect([version, onHand, reserved]).toEqual([4, 14, 0])
  expect(await verifyLedger(database.pool)).toEqual([])
})

const release = ({ cartId, reservationId }: { cartId: string; reservationId: string }) => ({
  cartId,
  reservationId,
  variantId,
})

test('a released hold leaves the list, its units are back, and a second release changes nothing', async () => {
  const held = await hold(3)
  const before = await staff().holds.list({ query: `SKU-${variantId}`, limit: 10 })
  expect(before.rows).toMatchObject([{ reservationId: held.reservationId, units: 3, sku: `SKU-${variantId}` }])
  expect(before.rows[0]?.expiresAt.getTime()).toBeGreaterThan(before.now.getTime())
  await staff().holds.release({ ...release(held), reason: 'needed-elsewhere' })
  await staff().holds.release({ ...release(held), reason: 'needed-elsewhere' })
  expect((await staff().holds.list({ query: `SKU-${variantId}`, limit: 10 })).rows).toEqual([])
  expect(await staff().stock.record({ recordId: recordId() })).toMatchObject({ version: 3, reserved: 0, available: 10 })
})

test('a hold of another cart is not found', async () => {
  const held = await hold(1)
  const answer = staff().holds.release({ ...release(held), cartId: randomUUID(), reason: 'mistake' })
  await expect(answer).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('the grid pages by record, finds by SKU and shows only low stock when asked', async () => {
  const query = `SKU-${variantId}`
  const first = await staff().stock.grid({ query, limit: 1 })
  expect(first.rows.map((row) => row.recordId)).toEqual([recordId()])
  const second = await staff().stock.grid({ query, limit: 1, afterRecordId: first.nextAfterRecordId ?? 0 })
  expect(second.rows.map((row) => row.recordId)).toEqual([recordId() + 1])
  await staff().stock.adjust(adjustment({ delta: -8, reason: 'count' }))
  expect((await staff().stock.grid({ query, limit: 9, onlyLow: true })).rows).toMatchObject([{ onHand: 2 }])
  expect((await staff().stock.grid({ query: '%', limit: 9 })).rows).toEqual([])
})

test('recent entries come newest first with what they moved, and the figures count them', async () => {
  await staff().stock.adjust(adjustment())
  const [newest] = await staff().stock.recent({ limit: 5 })
  expect(newest).toMatchObject({ recordId: recordId(), type: 'Adjusted', sku: `SKU-${variantId}`, locationCode: 'L1' })
  const figures = await staff().figures.now()
  expect(figures.ledgerEntries24h).toBeGreaterThan(0)
  expect(figures.sales24h).toEqual([])
})

test('the past of a record is drawn from its first entry to its last, and says why it is what it is', async () => {
  await staff().stock.adjust(adjustment({ note: 'Torn seam' }))
  const { firstAt, lastAt, points } = await staff().history.timeline({
    recordId: recordId(),
    axis: 'recorded',
    points: 5,
  })
  expect([points[0]?.onHand, points.at(-1)?.onHand]).toEqual([10, 8])
  expect([points[0]?.at, points.at(-1)?.at]).toEqual([firstAt, lastAt])
  const why = await staff().history.why({
    recordId: recordId(),
    figure: 'onHand',
    moment: { at: lastAt, axis: 'recorded' },
    limit: 10,
  })
  expect(why).toMatchObject({
    value: 8,
    entries: [{ type: 'Adjusted', moved: -2, after: 8, actorName: 'Maren' }, { after: 10 }],
  })
  const scope = { kind: 'sku', variantId } as const
  const moments = { from: { at: firstAt, axis: 'recorded' }, to: { at: lastAt, axis: 'recorded' } } as const
  const { rows } = await staff().history.changes({ scope, ...moments, limit: 10 })
  expect(rows.filter(({ after }) => after.recordId === recordId())).toMatchObject([
    { before: { onHand: 10 }, after: { onHand: 8, recordId: recordId() } },
  ])
})

test('a timeline whose end lies before its beginning, or of a record nobody knows, is refused', async () => {
  const { timeline } = staff().history
  const asked = { recordId: recordId(), axis: 'recorded', points: 5 } as const
  await expect(timeline({ ...asked, from: new Date(2), to: new Date(1) })).rejects.toMatchObject({
    code: 'BAD_REQUEST',
  })
  await expect(timeline({ ...asked, recordId: 2_000_000_000 })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('a batch of cells is written with one reason, each against what was seen; a conflict is told and not overwritten', async () => {
  await hold(2)
  const other = { recordId: recordId() + 1, seen: 4, value: 1 }
  const asked = batch([cell(), cell({ figure: 'safetyStock', seen: 0, value: 2 }), cell(other)])
  await staff().stock.adjust(adjustment({ recordId: recordId() + 1, delta: 3, reason: 'receipt', expectedVersion: 1 }))
  expect(await staff().stock.edit(asked)).toMatchObject([
    { figure: 'onHand', outcome: 'saved', current: 8 },
    { figure: 'safetyStock', outcome: 'saved', current: 2 },
    { figure: 'onHand', outcome: 'conflict', current: 7 },
  ])
  expect(await staff().stock.edit(asked)).toMatchObject([
    { outcome: 'saved' },
    { outcome: 'saved' },
    { outcome: 'conflict' },
  ])
  const { entries } = await staff().stock.ledger({ recordId: recordId(), limit: 10 })
  const cause = { type: 'adjustment', id: asked.batchId }
  expect(entries.map(({ type, quantity }) => [type, quantity]).sort()).toEqual([
    ['Adjusted', -2],
    ['Received', 10],
    ['Reserved', 2],
    ['SafetyStockSet', 2],
  ])
  expect(entries.filter(({ reason }) => reason === 'count')).toMatchObject([{ cause }, { cause }])
  const back = batch([cell({ seen: 8, value: 10 })])
  expect(await staff().stock.edit(back)).toMatchObject([{ outcome: 'saved', current: 10 }])
  expect(await verifyLedger(database.pool)).toEqual([])
})

test.each([
  ['a negative figure', [{ value: -1 }]],
  ['half a piece', [{ value: 1.5 }]],
  ['more than any shelf holds', [{ value: 1e9 }]],
  ['a figure that follows from others', [{ figure: 'available' }]],
  ['the same cell twice', [{}, { value: 3 }]],
  ['no cell', []],
])('a batch with %s is refused and changes nothing', async (_, cells) => {
  await expect(staff().stock.edit(batch(cells.map(cell)))).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  expect(await staff().stock.record({ recordId: recordId() })).toMatchObject({ version: 1, onHand: 10 })
})

test('what staff change stands in the journal with its outcome, what they only look at does not', async () => {
  await staff().stock.record({ recordId: recordId() })
  await staff().stock.adjust(adjustment())
  await expect(staff().stock.adjust(adjustment({ delta: 5 }))).rejects.toThrow()
  await expect(staff().stock.adjust(adjustment({ delta: 1.5 }))).rejects.toThrow()
  const { actions } = await staff().audit.list({ find: 'admin.stock.adjust' })
  expect(actions.slice(0, 3).map(({ actor, outcome }) => [actor, outcome])).toEqual([
    ['staff:u-1', 'BAD_REQUEST'],
    ['staff:u-1', 'STOCK_CHANGED'],
    ['staff:u-1', 'done'],
  ])
  expect(actions[2]?.input).toMatchObject({ recordId: recordId() })
  await expect(caller('shopper').admin.audit.list({})).rejects.toMatchObject({ code: 'FORBIDDEN' })
})

import { verifyLedger } from '@selvedge/db'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { batchOf, namesOf, openStockRoom, type StockRoom } from '../../../testing/open-stock-room'

let room: StockRoom
beforeAll(async () => {
  room = await openStockRoom()
})
afterAll(() => room.close())
beforeEach(() => room.nextPiece())

test.each([
  ['of nothing', { delta: 0 }],
  ['of half a piece', { delta: 1.5 }],
  ['beyond any warehouse', { delta: 1e9 }],
  ['without a known reason', { reason: 'because' }],
  ['without the version seen', { expectedVersion: undefined }],
  ['with a field nobody asked for', { actor: 'staff:someone-else' }],
  ['with an empty note', { note: '   ' }],
])('an adjustment %s is refused and changes nothing', async (_, change) => {
  await expect(room.staff().stock.adjust(room.adjustment(change))).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  expect(await room.staff().stock.record({ recordId: room.recordId() })).toMatchObject({ version: 1, onHand: 10 })
})

test('an adjustment of a record that does not exist is refused', async () => {
  const answer = room.staff().stock.adjust(room.adjustment({ recordId: 2_000_000_000 }))
  await expect(answer).rejects.toMatchObject({ code: 'NOT_FOUND', message: 'UNKNOWN_RECORD' })
})

test('an adjustment made against older numbers is refused and changes nothing', async () => {
  await room.staff().stock.adjust(room.adjustment())
  const late = room.staff().stock.adjust(room.adjustment({ delta: 5 }))
  await expect(late).rejects.toMatchObject({ code: 'CONFLICT', message: 'STOCK_CHANGED' })
  expect(await room.staff().stock.record({ recordId: room.recordId() })).toMatchObject({ version: 2, onHand: 8 })
})

test('an adjustment is in the ledger with who, why, the trail and the balance after it', async () => {
  await room.staff().stock.adjust(room.adjustment({ note: 'Torn seam' }))
  const { entries, nextBeforeVersion } = await room.staff().stock.ledger({ recordId: room.recordId(), limit: 10 })
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
  const held = await room.hold(3)
  await room.staff().stock.adjust(room.adjustment({ delta: 4, reason: 'found', expectedVersion: 2 }))
  await room.staff().holds.release({ ...namesOf(held), reason: 'customer-asked' })
  const read = await room.staff().stock.ledger({ recordId: room.recordId(), limit: 2 })
  const older = await room.staff().stock.ledger({ recordId: room.recordId(), limit: 2, beforeVersion: 3 })
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
  const { version, onHand, reserved } = await room.staff().stock.record({ recordId: room.recordId() })
  expect([version, onHand, reserved]).toEqual([4, 14, 0])
  expect(await verifyLedger(room.pool)).toEqual([])
})

test('the grid pages by record, finds by SKU and shows only low stock when asked', async () => {
  const query = `SKU-${room.variantId()}`
  const first = await room.staff().stock.grid({ query, limit: 1 })
  expect(first.rows.map((row) => row.recordId)).toEqual([room.recordId()])
  const second = await room.staff().stock.grid({ query, limit: 1, afterRecordId: first.nextAfterRecordId ?? 0 })
  expect(second.rows.map((row) => row.recordId)).toEqual([room.recordId() + 1])
  await room.staff().stock.adjust(room.adjustment({ delta: -8, reason: 'count' }))
  expect((await room.staff().stock.grid({ query, limit: 9, onlyLow: true })).rows).toMatchObject([{ onHand: 2 }])
  expect((await room.staff().stock.grid({ query: '%', limit: 9 })).rows).toEqual([])
})

test('an adjustment written down later counts from when it happened, and stands where it was written', async () => {
  const happenedAt = new Date(Date.now() - 3_600_000)
  await room.staff().stock.adjust(room.adjustment({ happenedAt }))
  const { entries } = await room.staff().stock.ledger({ recordId: room.recordId(), limit: 1 })
  expect(entries[0]).toMatchObject({ type: 'Adjusted', effectiveAt: happenedAt })
  const at = new Date(happenedAt.getTime() + 1_000)
  const onHandBy = async (axis: 'recorded' | 'effective') =>
    (await room.staff().history.record({ recordId: room.recordId(), moment: { at, axis } })).onHand
  // Nothing was received an hour ago yet, by either clock.
  expect([await onHandBy('effective'), await onHandBy('recorded')]).toEqual([-2, 0])
})

test.each([
  ['lies ahead', 3_600_000],
  ['is longer ago than anybody remembers', -31 * 86_400_000],
])('an adjustment whose time %s is refused by the name of the field, and changes nothing', async (_, fromNowMs) => {
  const happenedAt = new Date(Date.now() + fromNowMs)
  const refused = await room
    .staff()
    .stock.adjust(room.adjustment({ happenedAt }))
    .catch((error: unknown) => error)
  expect(refused).toMatchObject({ code: 'BAD_REQUEST', cause: { issues: [{ path: ['happenedAt'] }] } })
  expect(await room.staff().stock.record({ recordId: room.recordId() })).toMatchObject({ version: 1, onHand: 10 })
})

test('recent entries come newest first with what they moved, and the figures count them', async () => {
  await room.staff().stock.adjust(room.adjustment())
  const [newest] = await room.staff().stock.recent({ limit: 5 })
  expect(newest).toMatchObject({
    recordId: room.recordId(),
    type: 'Adjusted',
    sku: `SKU-${room.variantId()}`,
    locationCode: 'L1',
  })
  const figures = await room.staff().figures.now()
  expect(figures.ledgerEntries24h).toBeGreaterThan(0)
  expect(figures.sales24h).toEqual([])
})

test('a batch of cells is written with one reason, each against what was seen; a conflict is told and not overwritten', async () => {
  await room.hold(2)
  const other = { recordId: room.recordId() + 1, seen: 4, value: 1 }
  const asked = batchOf([room.cell(), room.cell({ figure: 'safetyStock', seen: 0, value: 2 }), room.cell(other)])
  await room
    .staff()
    .stock.adjust(room.adjustment({ recordId: room.recordId() + 1, delta: 3, reason: 'receipt', expectedVersion: 1 }))
  expect(await room.staff().stock.edit(asked)).toMatchObject([
    { figure: 'onHand', outcome: 'saved', current: 8 },
    { figure: 'safetyStock', outcome: 'saved', current: 2 },
    { figure: 'onHand', outcome: 'conflict', current: 7 },
  ])
  expect(await room.staff().stock.edit(asked)).toMatchObject([
    { outcome: 'saved' },
    { outcome: 'saved' },
    { outcome: 'conflict' },
  ])
  const { entries } = await room.staff().stock.ledger({ recordId: room.recordId(), limit: 10 })
  const cause = { type: 'adjustment', id: asked.batchId }
  expect(entries.map(({ type, quantity }) => [type, quantity]).sort()).toEqual([
    ['Adjusted', -2],
    ['Received', 10],
    ['Reserved', 2],
    ['SafetyStockSet', 2],
  ])
  expect(entries.filter(({ reason }) => reason === 'count')).toMatchObject([{ cause }, { cause }])
  const back = batchOf([room.cell({ seen: 8, value: 10 })])
  expect(await room.staff().stock.edit(back)).toMatchObject([{ outcome: 'saved', current: 10 }])
  expect(await verifyLedger(room.pool)).toEqual([])
})

test.each([
  ['a negative figure', [{ value: -1 }]],
  ['half a piece', [{ value: 1.5 }]],
  ['more than any shelf holds', [{ value: 1e9 }]],
  ['a figure that follows from others', [{ figure: 'available' }]],
  ['the same cell twice', [{}, { value: 3 }]],
  ['no cell', []],
])('a batch with %s is refused and changes nothing', async (_, cells) => {
  await expect(room.staff().stock.edit(batchOf(cells.map(room.cell)))).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  expect(await room.staff().stock.record({ recordId: room.recordId() })).toMatchObject({ version: 1, onHand: 10 })
})

import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createTestDatabase, insertStock, type TestDatabase } from '../../testing/index'
import { createStockHistory } from '../as-of/stock-history'
import { verifyLedger } from '../verify'
import { rebuildLevels } from './rebuild-levels'

let database: TestDatabase
let variantId = 0
const recordId = () => variantId * 10

beforeAll(async () => {
  database = await createTestDatabase(4)
})
afterAll(() => database.drop())
beforeEach(async () => {
  variantId += 1
  await insertStock(database.pool, { variantId, units: [10] })
})

/** Does to the tables what no code of ours does: a fault of a disk, a hand or a migration. */
const damage = (text: string) => database.pool.query(text)
const level = async () =>
  (await database.pool.query('SELECT * FROM stock_level WHERE record_id = $1', [recordId()])).rows[0]

test('books that agree have no findings, and a rebuild changes nothing', async () => {
  expect(await verifyLedger(database.pool)).toEqual([])
  expect(await rebuildLevels(database.pool)).toMatchObject({ kind: 'rebuilt', changed: [], snapshots: 0 })
})

test('a level that is not its ledger is named, and the rebuild mends it and says how', async () => {
  await damage(`UPDATE stock_level SET on_hand = 12, safety_stock = 1 WHERE record_id = ${recordId()}`)
  const found = await verifyLedger(database.pool)
  expect(found).toEqual([
    { kind: 'level', recordId: recordId(), what: 'onHand is 12, its ledger says 10' },
    { kind: 'level', recordId: recordId(), what: 'safetyStock is 1, its ledger says 0' },
    { kind: 'conservation', variantId, what: expect.stringMatching(/^-2 units are unaccounted for/) },
  ])
  const rebuilt = await rebuildLevels(database.pool)
  expect(rebuilt).toMatchObject({
    changed: [{ recordId: recordId(), what: found.slice(0, 2).map(({ what }) => what) }],
  })
  expect(await level()).toMatchObject({ on_hand: 10, safety_stock: 0, version: 1 })
  expect(await verifyLedger(database.pool)).toEqual([])
})

test('a level that is gone is made anew', async () => {
  const before = await level()
  await damage(`DELETE FROM stock_level WHERE record_id = ${recordId()}`)
  expect(await verifyLedger(database.pool)).toMatchObject([{ kind: 'level', recordId: recordId() }])
  await rebuildLevels(database.pool)
  expect(await level()).toEqual(before)
})

test('a unit reserved for nobody is found', async () => {
  await damage(`INSERT INTO inventory_event (record_id, version, type, quantity, actor, correlation_id, recorded_at, effective_at)
    VALUES (${recordId()}, 2, 'Reserved', 2, 'test', 'test', now(), now())`)
  await rebuildLevels(database.pool)
  expect(await verifyLedger(database.pool)).toEqual([
    { kind: 'holds', recordId: recordId(), what: 'reserved is 2, its holds add up to 0' },
  ])
  await damage(`INSERT INTO inventory_event (record_id, version, type, quantity, actor, correlation_id, recorded_at, effective_at)
    VALUES (${recordId()}, 3, 'Released', 2, 'test', 'test', now(), now())`)
  await rebuildLevels(database.pool)
  expect(await verifyLedger(database.pool)).toEqual([])
})

test('a gap in a stream is named; no level is made of it and nothing else is changed either', async () => {
  const broken = await createTestDatabase(2)
  try {
    await insertStock(broken.pool, { variantId: 1, units: [10, 4] })
    await broken.pool.query(`UPDATE stock_level SET on_hand = 5 WHERE record_id = 11`)
    await broken.pool.query(`INSERT INTO inventory_event (record_id, version, type, quantity, actor, correlation_id, recorded_at, effective_at)
      VALUES (10, 3, 'Received', 2, 'test', 'test', now(), now())`)
    const found = await verifyLedger(broken.pool)
    expect(found).toContainEqual({ kind: 'versions', recordId: 10, what: 'version 3 follows 1' })
    expect(await rebuildLevels(broken.pool)).toMatchObject({ kind: 'broken', findings: [{ kind: 'versions' }] })
    const { rows } = await broken.pool.query('SELECT on_hand FROM stock_level WHERE record_id = 11')
    expect(rows).toEqual([{ on_hand: 5 }])
  } finally {
    await broken.drop()
  }
})

test('units that came in by transfer and never went out are found', async () => {
  const shop = await createTestDatabase(2)
  try {
    await insertStock(shop.pool, { variantId: 1, units: [10, 4] })
    const move = (recordId: number, type: string) =>
      shop.pool.query(`INSERT INTO inventory_event (record_id, version, type, quantity, actor, correlation_id, recorded_at, effective_at)
        SELECT ${recordId}, max(version) + 1, '${type}', 3, 'test', 'test', now(), now() FROM inventory_event WHERE record_id = ${recordId}`)
    await move(11, 'TransferredIn')
    await rebuildLevels(shop.pool)
    expect(await verifyLedger(shop.pool)).toEqual([
      { kind: 'conservation', variantId: 1, what: '3 units came in by transfer that never went out' },
    ])
    await move(10, 'TransferredOut')
    await rebuildLevels(shop.pool)
    expect(await verifyLedger(shop.pool)).toEqual([])
  } finally {
    await shop.drop()
  }
})

test('a kept state that is not the fold is found, and the rebuild puts it right', async () => {
  await damage(`INSERT INTO inventory_event (record_id, version, type, quantity, actor, correlation_id, recorded_at, effective_at)
    SELECT ${recordId()}, n, 'Received', 1, 'test', 'test', now(), now() FROM generate_series(2, 130) n`)
  expect(await rebuildLevels(database.pool)).toMatchObject({ snapshots: 2 })
  await damage(`UPDATE inventory_snapshot SET on_hand = 99 WHERE record_id = ${recordId()} AND version = 128`)
  expect(await verifyLedger(database.pool)).toMatchObject([{ kind: 'snapshot', recordId: recordId() }])
  expect(await rebuildLevels(database.pool)).toMatchObject({ snapshots: 1, changed: [] })
  const now = await createStockHistory({ pool: database.pool }).record(recordId(), { at: new Date(), axis: 'recorded' })
  expect(now).toMatchObject({ version: 130, onHand: 139 })
})

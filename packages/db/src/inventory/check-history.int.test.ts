import { randomUUID } from 'node:crypto'
import { DEFAULT_HOLD_POLICY } from '@selvedge/core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../testing/index'
import { insertStock } from '../testing/insert-stock'
import { type Acknowledged, checkHistory } from './check-history'
import { createStockEngine, type PgStockEngine } from './stock-engine'

let database: TestDatabase
let engine: PgStockEngine
let variantId = 0
let acknowledged: Acknowledged[] = []
const origin = { actor: 'test', correlationId: 'test' }
const recordId = () => variantId * 10

beforeAll(async () => {
  database = await createTestDatabase()
  engine = createStockEngine({ pool: database.pool })
  await insertStock(database.pool, { variantId: 90_000, units: [1] })
  // A broken engine would have got past these; the checker has to see what it did all the same.
  await database.pool.query(`ALTER TABLE stock_level DROP CONSTRAINT stock_level_never_oversold, DROP CONSTRAINT stock_level_reserved_not_negative;
    DROP TRIGGER inventory_event_append_only ON inventory_event`)
})
afterAll(async () => {
  await engine.close()
  await database.drop()
})

/** Two holds of a unit each on a SKU of 3 units, one of them released: an honest history of 4 entries. */
beforeEach(async () => {
  variantId += 1
  acknowledged = []
  await database.pool.query(
    'DELETE FROM outbox; DELETE FROM inventory_event; DELETE FROM reservation; DELETE FROM stock_level',
  )
  await insertStock(database.pool, { variantId, units: [3] })
  for (const released of [false, true]) {
    const [cartId, reservationId] = [randomUUID(), randomUUID()]
    const lines = [{ reservationId, variantId, units: 1 }]
    const held = {
      kind: 'hold',
      purpose: 'checkout',
      policy: DEFAULT_HOLD_POLICY,
      origin,
      holder: { cartId },
      lines,
    } as const
    expect((await engine.execute(held)).ok).toBe(true)
    acknowledged.push({ cartId, reservationId, units: 1 })
    if (released) await engine.execute({ kind: 'release', origin, cartId, holds: lines, reason: 'test' })
  }
})

const plant = async (sql: string): Promise<string[]> => {
  await database.pool.query(sql.replaceAll(':record', String(recordId())))
  return (await checkHistory(database.pool, acknowledged)).map((finding) => finding.what)
}

const event = (version: number, type: string, reservation: string) =>
  `INSERT INTO inventory_event (record_id, version, type, quantity, reservation_id, actor, correlation_id, recorded_at, effective_at)
  VALUES (:record, ${version}, '${type}', 1, '${reservation}', 'test', 'test', now(), now());`

test('an honest history has nothing to be found', async () => {
  expect(await checkHistory(database.pool, acknowledged)).toEqual([])
})

test('read-then-write: two holds that both wrote the level they had read are found', async () => {
  const found = await plant(
    `${event(5, 'Reserved', randomUUID())} UPDATE stock_level SET version = 5 WHERE record_id = :record`,
  )
  expect(found).toContainEqual(expect.stringMatching(/reserved is 1, its ledger says 2/))
})

test('missing guard: a unit granted that is not there is found', async () => {
  const found = await plant('UPDATE stock_level SET reserved = 4 WHERE record_id = :record')
  expect(found).toContainEqual(expect.stringMatching(/promised twice/))
})

test('lost outbox row: an entry nobody will hear of is found, and so is one told twice', async () => {
  expect(await plant(`DELETE FROM outbox WHERE payload->>'version' = '3'`)).toEqual([
    'message lost or doubled: version 3 has 0 messages',
  ])
  const twice = await plant(
    `INSERT INTO outbox (topic, key, payload, correlation_id) SELECT topic, key, payload, 'x' FROM outbox LIMIT 1`,
  )
  expect(twice).toContainEqual(expect.stringMatching(/has 2 messages|out of order/))
})

test('double release: units given back twice are found', async () => {
  const released = acknowledged[1]?.reservationId ?? ''
  const found = await plant(
    `${event(5, 'Released', released)} UPDATE stock_level SET version = 5, reserved = 0 WHERE record_id = :record`,
  )
  expect(found).toContainEqual(expect.stringMatching(/not resolved exactly once/))
})

test('a gap in the versions, units from nowhere and an acknowledged hold that is gone are found', async () => {
  expect(await plant('DELETE FROM inventory_event WHERE version = 3')).toContainEqual(
    expect.stringMatching(/version 4 follows 2/),
  )
  expect(await plant('UPDATE stock_level SET on_hand = 9 WHERE record_id = :record')).toContainEqual(
    expect.stringMatching(/units unaccounted for/),
  )
  acknowledged.push({ cartId: randomUUID(), reservationId: randomUUID(), units: 2 })
  const gone = await plant('SELECT 1')
  expect(gone).toContainEqual(expect.stringMatching(/was told 2 units, the ledger has 0/))
})

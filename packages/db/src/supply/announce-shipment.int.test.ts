import { randomUUID } from 'node:crypto'
import type { AnnounceShipment, SupplyDesk } from '@selvedge/core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createStockEngine, type PgStockEngine } from '../inventory/stock-engine'
import { verifyLedger } from '../inventory/verify'
import { createTestDatabase, type TestDatabase } from '../testing/index'
import { insertStock } from '../testing/insert-stock'
import { createSupplyDesk } from './supply-desk'
import { createSupplyReader } from './supply-reader'

let database: TestDatabase
let engine: PgStockEngine
let desk: SupplyDesk
let supplierId = 0
let variantId = 0

const origin = { actor: 'staff:test', correlationId: 'announce-test' }
const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

beforeAll(async () => {
  database = await createTestDatabase()
  await insertStock(database.pool, { variantId: 90_000, units: [1, 1] })
  engine = createStockEngine({ pool: database.pool })
  desk = createSupplyDesk({ pool: database.pool, engine })
  const mill = { code: 'MILL', name: 'The mill', email: 'mill@example.org', country: 'PT', leadDays: 30 }
  const supplier = await desk.addSupplier(mill)
  supplierId = supplier.ok ? supplier.value.supplierId : 0
})
afterAll(async () => {
  await engine.close()
  await database.drop()
})
beforeEach(async () => {
  variantId += 1
  await insertStock(database.pool, { variantId, units: [0] })
})

/** Five pieces that may be sold ahead. */
const announcement = (extra: Partial<AnnounceShipment> = {}): AnnounceShipment => ({
  announcementId: randomUUID(),
  supplierId,
  locationId: 1,
  expectedOn: inDays(10),
  lines: [{ sku: `SKU-${variantId}`, units: 5, presale: true }],
  ...extra,
})
const announce = (shipment: AnnounceShipment) => desk.announce(shipment, origin)
const numberOf = async (shipment: AnnounceShipment): Promise<string> => {
  const answer = await announce(shipment)
  if (!answer.ok) throw new Error(answer.error.code)
  return answer.value.number
}
/** What was announced of the SKU, and what of it may be sold ahead. */
const announced = async () => {
  const { rows } = await database.pool.query<{ units: number; cap: number }>(
    `SELECT l.expected AS units, s.oversell_cap AS cap FROM inbound_shipment_line l
      JOIN stock_level s ON s.record_id = l.record_id WHERE l.variant_id = $1`,
    [variantId],
  )
  return rows
}

test('an announcement sent eight times at once is one shipment: everybody hears its number, and its units are sold ahead once', async () => {
  const shipment = announcement()
  const numbers = await Promise.all(Array.from({ length: 8 }, () => numberOf(shipment)))
  expect(new Set(numbers).size).toBe(1)
  expect(await announced()).toEqual([{ units: 5, cap: 5 }])
  expect((await createSupplyReader(database).shipment(numbers[0] ?? ''))?.events).toHaveLength(1)
  expect(await verifyLedger(database.pool)).toEqual([])
})

test('the same announcement with the supplier’s reference is known again, at once and later, and is not refused for its own reference', async () => {
  const shipment = announcement({ reference: `R-${variantId}` })
  const numbers = await Promise.all(Array.from({ length: 4 }, () => numberOf(shipment)))
  expect(new Set([...numbers, await numberOf(shipment)]).size).toBe(1)
  const other = await announce({ ...shipment, announcementId: randomUUID() })
  expect(other).toMatchObject({ ok: false, error: { code: 'SHIPMENT_REFERENCE_TAKEN', number: numbers[0] } })
})

test('an answer that was lost is heard again, whatever has become of the shipment since', async () => {
  const shipment = announcement()
  const number = await numberOf(shipment)
  const change = { number, expectedVersion: 1, expectedOn: inDays(30), lines: [] }
  expect(await desk.change(change, origin)).toMatchObject({ ok: true })
  expect(await numberOf(shipment)).toBe(number)
  expect(await desk.cancel({ number, expectedVersion: 2 }, origin)).toMatchObject({ ok: true })
  expect(await numberOf({ ...shipment, announcementId: shipment.announcementId.toUpperCase() })).toBe(number)
  expect(await announced()).toEqual([{ units: 5, cap: 0 }])
})

test('another shipment under the id of one that was announced is refused, names that one, and changes nothing', async () => {
  const shipment = announcement()
  const number = await numberOf(shipment)
  const [line] = shipment.lines
  const others: readonly Partial<AnnounceShipment>[] = [
    { expectedOn: inDays(11) },
    { locationId: 2 },
    { reference: 'R' },
    { lines: [{ sku: 'SKU-90000', units: 5, presale: true }] },
    ...(line ? [{ lines: [{ ...line, units: 6 }] }, { lines: [{ ...line, presale: false }] }] : []),
  ]
  expect(others).toHaveLength(6)
  for (const other of others)
    expect(await announce({ ...shipment, ...other }), JSON.stringify(other)).toEqual({
      ok: false,
      error: { code: 'ANNOUNCEMENT_ID_REUSED', announcementId: shipment.announcementId, number },
    })
  expect(await announced()).toEqual([{ units: 5, cap: 5 }])
})

test('of two shipments announced under one id at once one is announced', async () => {
  const shipment = announcement()
  const answers = await Promise.all([announce(shipment), announce({ ...shipment, expectedOn: inDays(20) })])
  expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true])
  expect(answers.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'ANNOUNCEMENT_ID_REUSED' } })
  expect(await announced()).toEqual([{ units: 5, cap: 5 }])
})

test('what was refused can be mended and sent under its id', async () => {
  const shipment = announcement({ expectedOn: inDays(-3) })
  expect(await announce(shipment)).toMatchObject({ ok: false, error: { code: 'DAY_IN_THE_PAST' } })
  expect(await announce({ ...shipment, expectedOn: inDays(3) })).toMatchObject({ ok: true })
  expect(await announced()).toEqual([{ units: 5, cap: 5 }])
})

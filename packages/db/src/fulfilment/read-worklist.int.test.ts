import { randomUUID } from 'node:crypto'
import { type FulfilmentView, shipDate } from '@selvedge/core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createStockEngine, type PgStockEngine } from '../inventory/stock-engine'
import { createSupplyDesk } from '../supply/supply-desk'
import { createTestDatabase, insertStock, placeOrder, type TestDatabase } from '../testing/index'
import { createFulfilmentDesk } from './fulfilment-desk'
import { leavesBySql } from './leaves-by-sql'

let database: TestDatabase
let engine: PgStockEngine
const origin = { actor: 'staff:test', correlationId: 'worklist-test' }
const desk = () => createFulfilmentDesk({ pool: database.pool, engine })
const worklist = (asked: { query?: string; locationId?: number; onlyLate?: boolean; limit?: number } = {}) =>
  desk().worklist({ limit: 100, ...asked })
const must = (answer: Awaited<ReturnType<ReturnType<typeof desk>['ofOrder']>>): FulfilmentView => {
  if (!answer.ok) throw new Error(JSON.stringify(answer.error))
  return answer.value
}
const placedDaysAgo = async (days: number, wanted: Parameters<typeof placeOrder>[1]): Promise<string> => {
  const { number } = await placeOrder({ pool: database.pool, engine }, wanted)
  await database.pool.query(
    `UPDATE orders SET placed_at = clock_timestamp() - make_interval(days => $2) WHERE number = $1`,
    [number, days],
  )
  return number
}

beforeAll(async () => {
  database = await createTestDatabase()
  engine = createStockEngine({ pool: database.pool })
  await insertStock(database.pool, { variantId: 1, units: [3, 4] })
  await insertStock(database.pool, { variantId: 2, units: [9] })
})
afterAll(async () => {
  await engine.close()
  await database.drop()
})

test('the day a parcel is to leave is the rule of the shop, on every weekday and for every lead', async () => {
  const cases = Array.from({ length: 14 }, (_, day) => new Date(Date.UTC(2026, 10, 16 + day, 13))).flatMap((at) =>
    [0, 1, 2, 3, 4, 5, 6, 9, 11].map((lead) => ({ at, lead })),
  )
  const { rows } = await database.pool.query<{ day: string }>(
    `SELECT to_char(${leavesBySql('c.at', 'c.lead')}, 'YYYY-MM-DD') AS day
    FROM unnest($1::timestamptz[], $2::int[]) WITH ORDINALITY AS c(at, lead, nth) ORDER BY nth`,
    [cases.map(({ at }) => at), cases.map(({ lead }) => lead)],
  )
  expect(rows.map(({ day }) => day)).toEqual(cases.map(({ at, lead }) => shipDate(at, lead).toISOString().slice(0, 10)))
})

test('what waits is shown by order and place, the oldest promise first, until its parcel has left', async () => {
  const fresh = await placedDaysAgo(0, [[2, 1]])
  const old = await placedDaysAgo(30, [[1, 5]])
  const before = await worklist()
  expect(before.tasks.map(({ number, locationCode, toPick }) => [number, locationCode, toPick])).toEqual([
    [old, 'L1', 3],
    [old, 'L2', 2],
    [fresh, 'L1', 1],
  ])
  expect(before.tasks.map(({ leavesBy }) => leavesBy < before.today)).toEqual([true, true, false])
  expect(before.places).toMatchObject([
    { code: 'L1', orders: 2, units: 4, late: 1 },
    { code: 'L2', orders: 1, units: 2, late: 1 },
  ])

  const parcelId = randomUUID()
  must(await desk().start({ number: old, parcelId, locationId: 1, lines: [{ lineNo: 1, quantity: 2 }] }, origin))
  expect((await worklist({ locationId: 1, onlyLate: true })).tasks).toMatchObject([
    { toPick: 1, picking: 2, packed: 0 },
  ])
  must(await desk().pack({ parcelId, short: [] }, origin))
  expect((await worklist({ locationId: 1, onlyLate: true })).tasks).toMatchObject([
    { toPick: 1, picking: 0, packed: 2 },
  ])
  must(await desk().ship({ parcelId, carrier: 'dhl', trackingNumber: 'LEFT-1' }, origin))
  expect((await worklist({ query: old })).tasks).toMatchObject([
    { locationCode: 'L1', state: 'part_shipped', toPick: 1, picking: 0, packed: 0 },
    { locationCode: 'L2', state: 'part_shipped', toPick: 2 },
  ])

  const rest = randomUUID()
  must(await desk().start({ number: old, parcelId: rest, locationId: 2, lines: [{ lineNo: 1, quantity: 2 }] }, origin))
  must(await desk().putBack(rest, origin))
  expect((await worklist({ locationId: 2 })).tasks).toMatchObject([{ toPick: 2, picking: 0 }])
})

test('a task is found by number, SKU, name or address of the buyer, and by nothing else', async () => {
  const number = await placedDaysAgo(1, [[2, 1]])
  for (const query of [number, 'sku-2', 'mara', 'A@B.example'])
    expect((await worklist({ query })).tasks.map((task) => task.number)).toContain(number)
  for (const query of ['%', '_', 'nobody']) expect(await worklist({ query })).toMatchObject({ tasks: [], total: 0 })
})

test('more than is asked for is counted', async () => {
  await placedDaysAgo(2, [[2, 1]])
  const { tasks, total } = await worklist({ limit: 1 })
  expect(tasks).toHaveLength(1)
  expect(total).toBeGreaterThan(2)
})

test('units promised from supply that has not come are nobody’s work yet', async () => {
  await insertStock(database.pool, { variantId: 3, units: [1] })
  const supply = createSupplyDesk({ pool: database.pool, engine })
  await supply.addSupplier({ code: 'MILL', name: 'Mill', email: 'm@b.example', country: 'PT', leadDays: 9 })
  const expectedOn = new Date(Date.now() + 9 * 86_400_000).toISOString().slice(0, 10)
  const lines = [{ sku: 'SKU-3', units: 6, presale: true }]
  await supply.announce({ announcementId: randomUUID(), supplierId: 1, locationId: 1, expectedOn, lines }, origin)
  const number = await placedDaysAgo(0, [[3, 4]])
  expect((await worklist({ query: number })).tasks).toMatchObject([{ toPick: 1 }])
})

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { inDays, openSupplyRoom, origin, type SupplyRoom } from './testing/supply-room'

let room: SupplyRoom
beforeAll(async () => {
  room = await openSupplyRoom()
})
afterAll(() => room.close())
beforeEach(() => room.nextPiece())

test('a shipment opened for presale can be bought ahead, up to what it brings and not a unit more', async () => {
  await room.announce(2, inDays(10))
  expect((await room.reader().outlook([room.variantId])).get(room.variantId)).toEqual({
    kind: 'preorder',
    shipsOn: inDays(11),
    units: 2,
  })
  const first = await room.preorder()
  expect(await room.preorder()).toBeDefined()
  expect(await room.preorder()).toBeUndefined()
  expect(await room.promiseOf(first)).toMatchObject({ state: 'open', ship_by: inDays(11), line: inDays(11) })
  expect((await room.reader().outlook([room.variantId])).get(room.variantId)).toBeUndefined()
  expect(await room.disagreements()).toEqual([])
})

test('fifty buyers race for the last units of a shipment: the cap is never passed, and each learns their day', async () => {
  await room.announce(7, inDays(10))
  const orders = await Promise.all(Array.from({ length: 50 }, () => room.preorder()))
  expect(orders.filter((order) => order !== undefined)).toHaveLength(7)
  const { rows } = await room.database.pool.query(
    'SELECT sum(quantity)::int AS units FROM supply_promise WHERE variant_id = $1',
    [room.variantId],
  )
  expect(rows[0]).toEqual({ units: 7 })
  expect(await room.disagreements()).toEqual([])
})

test('receiving fills promises in the order they were made, and only the rest becomes free stock', async () => {
  const number = await room.announce(5, inDays(10))
  const [a, b] = [await room.preorder(2), await room.preorder(2)]
  await room.receive(number, 3)
  expect(await room.promiseOf(a)).toMatchObject({ state: 'kept', kept: 2 })
  expect(await room.promiseOf(b)).toMatchObject({ state: 'open', kept: 1, ship_by: inDays(11) })
  // One unit is still to come beyond what is promised; nothing is free on the shelf.
  const plain = await room.engine.execute(room.holdOf(1, randomUUID(), randomUUID(), false))
  expect(plain).toMatchObject({ ok: false, error: { code: 'OUT_OF_STOCK', available: 0 } })
  await room.receive(number, 2)
  expect(await room.promiseOf(b)).toMatchObject({ state: 'kept', kept: 2 })
  expect((await room.engine.execute(room.holdOf(1, randomUUID(), randomUUID(), false))).ok).toBe(true)
  expect(await room.told()).toEqual(['kept', 'kept'])
  expect(await room.disagreements()).toEqual([])
})

test('a receipt sent twice is received once', async () => {
  const number = await room.announce(5, inDays(10))
  const id = randomUUID()
  const answers = await Promise.all([room.receive(number, 2, { id }), room.receive(number, 2, { id })])
  expect(answers.map((answer) => answer.ok && answer.value.repeated).sort()).toEqual([false, true])
  expect(await room.level()).toMatchObject({ on_hand: 2, oversell_cap: 3 })
  expect(await room.disagreements()).toEqual([])
})

test('a slip moves the day of everybody bound to it, who is told and asked; an earlier shipment moves them back', async () => {
  const number = await room.announce(2, inDays(10))
  const [a, b] = [await room.preorder(), await room.preorder()]
  const { version } = await room.shipment(number)
  const slipped = await room.desk.change(
    { number, expectedVersion: version, expectedOn: inDays(30), lines: [] },
    origin,
  )
  expect(slipped).toMatchObject({ ok: true })
  expect(await room.promiseOf(a)).toMatchObject({ ship_by: inDays(31), choice: 'asked', line: inDays(31) })
  // One unit by another way, sooner: whoever came first has it.
  await room.announce(1, inDays(5), false)
  expect(await room.promiseOf(a)).toMatchObject({ ship_by: inDays(6) })
  expect(await room.promiseOf(b)).toMatchObject({ ship_by: inDays(31) })
  expect(await room.told()).toEqual(['later', 'later', 'earlier'])
  const risks = (await room.reader().promisesAtRisk(500)).filter((risk) => risk.sku === room.sku())
  expect(risks).toMatchObject([{ why: 'later', units: 1, choice: 'asked' }])
  expect(await room.disagreements()).toEqual([])
})

test('who waits at one place keeps their day whatever comes to another, slips there or is received there', async () => {
  await room.announce(2, inDays(10))
  const waiting = [await room.preorder(), await room.preorder()]
  const elsewhere = await room.announce(3, inDays(5), true, 2)
  const there = await room.preorder()
  const { version } = await room.shipment(elsewhere)
  const slip = { number: elsewhere, expectedVersion: version, expectedOn: inDays(20), lines: [] }
  expect((await room.desk.change(slip, origin)).ok).toBe(true)
  expect(await room.promiseOf(there)).toMatchObject({ ship_by: inDays(21), choice: 'asked' })
  await room.receive(elsewhere, 3)
  expect(await room.promiseOf(there)).toMatchObject({ state: 'kept' })
  for (const order of waiting) {
    expect(await room.promiseOf(order)).toMatchObject({ state: 'open', ship_by: inDays(11), choice: 'none' })
  }
  const { rows: levels } = await room.database.pool.query(
    'SELECT location_id AS place, on_hand, allocated, oversell_cap FROM stock_level WHERE variant_id = $1 ORDER BY 1',
    [room.variantId],
  )
  expect(levels).toEqual([
    { place: 1, on_hand: 0, allocated: 2, oversell_cap: 2 },
    { place: 2, on_hand: 3, allocated: 1, oversell_cap: 0 },
  ])
  expect(await room.told()).toEqual(['later', 'kept'])
  expect(await room.disagreements()).toEqual([])
})

test('the cap is what all shipments open for presale still bring, whether anybody waits for them or not', async () => {
  for (const [nth, units] of [3, 4, 5].entries()) await room.announce(units, inDays(10 + nth), units !== 4)
  expect(await room.level()).toMatchObject({ oversell_cap: 8 })
  const first = await room.preorder(7)
  expect(await room.promiseOf(first)).toMatchObject({ ship_by: inDays(12) })
  await room.announce(1, inDays(9))
  expect(await room.level()).toMatchObject({ oversell_cap: 9 })
  expect(await room.promiseOf(first)).toMatchObject({ ship_by: inDays(12), choice: 'none' })
  expect(await room.disagreements()).toEqual([])
})

test('a cut leaves the last in the queue without supply: short, at risk, told, and nobody else is touched', async () => {
  const number = await room.announce(3, inDays(10))
  const orders = [await room.preorder(), await room.preorder(), await room.preorder()]
  const { version, line } = await room.shipment(number)
  const lines = [{ lineId: line.lineId, expected: 2 }]
  expect((await room.desk.change({ number, expectedVersion: version, lines }, origin)).ok).toBe(true)
  expect(await room.promiseOf(orders[1])).toMatchObject({ ship_by: inDays(11), choice: 'none' })
  expect(await room.promiseOf(orders[2])).toMatchObject({ ship_by: null, choice: 'asked' })
  expect(await room.level()).toMatchObject({ oversell_cap: 2, short: 1 })
  expect(await room.told()).toEqual(['at-risk'])
  expect((await room.reader().promisesAtRisk(500)).filter((risk) => risk.sku === room.sku())).toMatchObject([
    { why: 'unbound' },
  ])
  expect(await room.disagreements()).toEqual([])
})

test('damaged units come in unavailable and keep nobody’s promise', async () => {
  const number = await room.announce(2, inDays(10))
  const [a, b] = [await room.preorder(), await room.preorder()]
  await room.receive(number, 1, { damaged: 1 })
  expect(await room.promiseOf(a)).toMatchObject({ state: 'kept' })
  expect(await room.promiseOf(b)).toMatchObject({ state: 'open', ship_by: null })
  expect(await room.level()).toMatchObject({ on_hand: 2, unavailable: 1, short: 1 })
  expect(await room.disagreements()).toEqual([])
})

test('receive during pre-orders: whatever the order of the race, every unit is promised or free exactly once', async () => {
  const number = await room.announce(20, inDays(10))
  const work = await Promise.all([
    ...Array.from({ length: 15 }, () => room.preorder()),
    ...Array.from({ length: 4 }, () => room.receive(number, 5)),
  ])
  const bought = work.slice(0, 15).filter((order) => order !== undefined)
  expect(bought).toHaveLength(15)
  await room.desk.rebind([room.variantId], origin)
  for (const order of bought) {
    const promise = await room.promiseOf(typeof order === 'string' ? order : undefined)
    // Bought after the units had come: from the shelf, without a promise.
    if (promise) expect(promise).toMatchObject({ state: 'kept' })
  }
  expect(await room.level()).toMatchObject({ on_hand: 20, allocated: 15, oversell_cap: 0, short: 0 })
  expect(await room.disagreements()).toEqual([])
})

test('slip during pre-orders: everybody ends up with the later day', async () => {
  const number = await room.announce(12, inDays(10))
  const { version } = await room.shipment(number)
  const [slipped, ...orders] = await Promise.all([
    room.desk.change({ number, expectedVersion: version, expectedOn: inDays(30), lines: [] }, origin),
    ...Array.from({ length: 12 }, () => room.preorder()),
  ])
  expect(slipped.ok).toBe(true)
  for (const order of orders) expect(await room.promiseOf(order)).toMatchObject({ ship_by: inDays(31) })
  expect(await room.disagreements()).toEqual([])
})

test('a change made on an old view, a day that has passed, and a SKU nobody knows are refused and change nothing', async () => {
  const number = await room.announce(2, inDays(10))
  const before = await room.level()
  const stale = await room.desk.change({ number, expectedVersion: 99, expectedOn: inDays(30), lines: [] }, origin)
  expect(stale).toMatchObject({ ok: false, error: { code: 'SHIPMENT_CHANGED', version: 1 } })
  const past = await room.desk.change({ number, expectedVersion: 1, expectedOn: inDays(-3), lines: [] }, origin)
  expect(past).toMatchObject({ ok: false, error: { code: 'DAY_IN_THE_PAST' } })
  const lines = [
    { sku: room.sku(), units: 1, presale: true },
    { sku: 'NO-SUCH', units: 1, presale: true },
  ]
  const unknown = await room.desk.announce(
    { announcementId: randomUUID(), supplierId: room.supplierId, locationId: 1, expectedOn: inDays(5), lines },
    origin,
  )
  expect(unknown).toMatchObject({ ok: false, error: { code: 'SKU_UNKNOWN', line: 2, sku: 'NO-SUCH' } })
  expect(await room.level()).toEqual(before)
})

test('what may be promised by each day is what has arrived by then, less what was promised on it', async () => {
  await room.announce(5, inDays(10))
  await room.announce(4, inDays(20), false)
  await room.preorder(3)
  const promisable = await room.reader().promisable(room.sku())
  expect(promisable.days).toEqual([inDays(0), inDays(11), inDays(21)])
  expect(promisable.overall).toEqual([0, 2, 6])
  expect(promisable.places.flatMap(({ units }) => units).reduce((sum, units) => sum + units, 0)).toBe(8)
  expect(await room.reader().promisable('NO-SUCH')).toMatchObject({ places: [], overall: [0] })
})

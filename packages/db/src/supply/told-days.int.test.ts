import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { tellOverdue } from './tell-overdue'
import { inDays, openSupplyRoom, origin, type SupplyRoom } from './testing/supply-room'

let room: SupplyRoom
beforeAll(async () => {
  room = await openSupplyRoom()
})
afterAll(() => room.close())
beforeEach(() => room.nextPiece())

test('an order line that waits at two places has the latest of their days, and is here when all of it is', async () => {
  const near = await room.announce(1, inDays(5))
  const far = await room.announce(1, inDays(10), true, 2)
  const order = await room.preorder(2)
  expect(await room.promiseOf(order)).toMatchObject({ line: inDays(11) })
  const { version } = await room.shipment(near)
  await room.desk.change({ number: near, expectedVersion: version, expectedOn: inDays(7), lines: [] }, origin)
  expect(await room.promiseOf(order)).toMatchObject({ line: inDays(11) })
  await room.receive(far, 1)
  expect(await room.promiseOf(order)).toMatchObject({ line: inDays(8) })
  expect(await room.told()).toEqual(['later'])
  await room.receive(near, 1)
  expect(await room.told()).toEqual(['later', 'kept'])
  expect(await room.disagreements()).toEqual([])
})

test('a shipment that is overdue is sold without a day; who was told one keeps it until it has passed, and a new day is told to everybody', async () => {
  const number = await room.announce(3, inDays(10))
  const early = await room.preorder()
  await room.database.pool.query(`UPDATE inbound_shipment SET expected_on = current_date - 9 WHERE number = $1`, [
    number,
  ])
  expect((await room.reader().outlook([room.variantId])).get(room.variantId)).toEqual({
    kind: 'preorder',
    lateSince: inDays(-8),
    units: 2,
  })
  const late = await room.preorder()
  expect(await room.promiseOf(late)).toMatchObject({ line: null, choice: 'none' })
  expect(await room.promiseOf(early)).toMatchObject({ line: inDays(11), choice: 'none' })
  expect(await tellOverdue(room.database.pool, room.desk)).toBe(0)
  expect(await room.told()).toEqual([])
  expect(await room.reader().promisable(room.sku())).toMatchObject({ days: [inDays(0)], overall: [0], late: 1 })
  const atRisk = async () =>
    (await room.reader().promisesAtRisk(500)).filter(({ sku }) => sku === room.sku()).map(({ why }) => why)
  expect(await atRisk()).toEqual(['overdue'])

  // The day that was told passes, and nobody does anything: its buyer is told, once, and asked.
  await room.database.pool.query(
    `WITH told AS (UPDATE supply_promise SET ship_by = current_date - 1 WHERE order_id = $1 RETURNING id),
      line AS (UPDATE order_line SET ship_by = current_date - 1 WHERE order_id = $1)
    UPDATE supply_binding SET ship_by = current_date - 1 WHERE promise_id = (SELECT id FROM told)`,
    [early],
  )
  expect(await tellOverdue(room.database.pool, room.desk)).toBe(1)
  expect(await tellOverdue(room.database.pool, room.desk)).toBe(0)
  expect(await room.promiseOf(early)).toMatchObject({ line: null, choice: 'asked' })
  expect(await room.told()).toEqual(['at-risk'])

  const { version } = await room.shipment(number)
  const day = { number, expectedVersion: version, expectedOn: inDays(20), lines: [] }
  expect((await room.desk.change(day, origin)).ok).toBe(true)
  for (const order of [early, late])
    expect(await room.promiseOf(order)).toMatchObject({ line: inDays(21), choice: 'asked' })
  expect(await room.told()).toEqual(['at-risk', 'later', 'later'])
  expect(await room.disagreements()).toEqual([])
})

test('a day that passes at one place of a line is nobody’s news while the day of the whole line is ahead', async () => {
  const near = await room.announce(1, inDays(5))
  const far = await room.announce(1, inDays(10), true, 2)
  const order = await room.preorder(2)
  await room.database.pool.query(
    `WITH late AS (UPDATE inbound_shipment SET expected_on = current_date - 9 WHERE number = $1 RETURNING id),
      bound AS (UPDATE supply_binding SET ship_by = current_date - 1 WHERE shipment_line_id IN
        (SELECT sl.id FROM inbound_shipment_line sl JOIN late ON late.id = sl.shipment_id) RETURNING promise_id)
    UPDATE supply_promise SET ship_by = current_date - 1 WHERE id IN (SELECT promise_id FROM bound)`,
    [near],
  )
  expect(await tellOverdue(room.database.pool, room.desk)).toBe(0)
  await room.desk.rebind([room.variantId], origin)
  expect(await room.promiseOf(order)).toMatchObject({ line: inDays(11), choice: 'none' })
  expect(await room.told()).toEqual([])

  // The later part is here: the line waits for the other alone, whose day has passed.
  await room.receive(far, 1)
  expect(await room.promiseOf(order)).toMatchObject({ line: inDays(-1) })
  expect(await tellOverdue(room.database.pool, room.desk)).toBe(1)
  expect(await tellOverdue(room.database.pool, room.desk)).toBe(0)
  expect(await room.promiseOf(order)).toMatchObject({ line: null })
  expect(await room.told()).toEqual(['at-risk'])
  expect(await room.disagreements()).toEqual([])
})

/** The shipment's day passed long ago, and of its units a day that has passed since was told. */
const passed = (number: string) =>
  room.database.pool.query(
    `WITH late AS (UPDATE inbound_shipment SET expected_on = current_date - 9 WHERE number = $1 RETURNING id)
    UPDATE supply_binding SET ship_by = current_date - 1 WHERE shipment_line_id IN
      (SELECT sl.id FROM inbound_shipment_line sl JOIN late ON late.id = sl.shipment_id)`,
    [number],
  )

/** What this shipment brings grows by one, and nobody has been bound again yet. */
const roomForOneMore = (number: string) =>
  room.database.pool.query(
    `UPDATE inbound_shipment_line SET expected = expected + 1
    WHERE shipment_id = (SELECT id FROM inbound_shipment WHERE number = $1)`,
    [number],
  )

const cancel = async (number: string) => {
  const { version } = await room.shipment(number)
  expect((await room.desk.cancel({ number, expectedVersion: version }, origin)).ok).toBe(true)
}

test('who is left with replenishment whose day has passed is told that there is no day, once, and never one in the past', async () => {
  const number = await room.announce(1, inDays(30))
  const order = await room.preorder()
  await room.database.pool.query(
    `UPDATE supply_promise SET made_at = made_at - interval '60 days' WHERE order_id = $1`,
    [order],
  )
  const allowance = { recordId: room.variantId * 10, units: 1, leadDays: 14, expectedVersion: 0 }
  expect((await room.desk.setBackorder(allowance, origin)).ok).toBe(true)
  expect(await room.promiseOf(order)).toMatchObject({ line: inDays(31), choice: 'none' })
  await cancel(number)
  expect(await room.promiseOf(order)).toMatchObject({ ship_by: null, line: null, choice: 'asked' })
  expect(await tellOverdue(room.database.pool, room.desk)).toBe(0)
  expect(await room.told()).toEqual(['at-risk'])
  expect(await room.disagreements()).toEqual([])
})

test('a part that was late while another was ahead is named no day any more once the other falls away', async () => {
  const near = await room.announce(1, inDays(5))
  const far = await room.announce(1, inDays(10))
  const order = await room.preorder(2)
  await passed(near)
  await roomForOneMore(near)
  await room.desk.rebind([room.variantId], origin)
  expect(await room.promiseOf(order)).toMatchObject({ line: inDays(11), choice: 'none' })
  await cancel(far)
  expect(await room.promiseOf(order)).toMatchObject({ ship_by: null, line: null, choice: 'asked' })
  expect(await tellOverdue(room.database.pool, room.desk)).toBe(0)
  expect(await room.told()).toEqual(['at-risk'])
  expect(await room.disagreements()).toEqual([])
})

test('what changes at one place to a day that has passed is nobody’s news while the line leaves later from another', async () => {
  const near = await room.announce(1, inDays(5))
  const far = await room.announce(1, inDays(10))
  await room.announce(1, inDays(15), true, 2)
  const order = await room.preorder(3)
  expect(await room.promiseOf(order)).toMatchObject({ line: inDays(16) })
  await passed(near)
  await roomForOneMore(near)
  await cancel(far)
  expect(await room.promiseOf(order)).toMatchObject({ line: inDays(16), choice: 'none' })
  expect(await tellOverdue(room.database.pool, room.desk)).toBe(0)
  expect(await room.told()).toEqual([])
  expect(await room.disagreements()).toEqual([])
})

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { inDays, openSupplyRoom, origin, type SupplyRoom } from './testing/supply-room'

let room: SupplyRoom
beforeAll(async () => {
  room = await openSupplyRoom()
})
afterAll(() => room.close())
beforeEach(() => room.nextPiece())

const allow = (units: number, leadDays: number, expectedVersion = 0) =>
  room.desk.setBackorder({ recordId: room.variantId * 10, units, leadDays, expectedVersion }, origin)
const allowance = async () => (await room.reader().backorders({ sku: room.sku() }))[0]

test('backorders draw on an allowance that is capped, and move to a shipment once one is announced', async () => {
  expect(await allow(2, 40)).toMatchObject({ ok: true })
  const a = await room.preorder()
  expect(await room.promiseOf(a)).toMatchObject({ ship_by: inDays(41) })
  await room.announce(1, inDays(10), false)
  expect(await room.promiseOf(a)).toMatchObject({ ship_by: inDays(11) })
  expect(await room.preorder()).toBeDefined()
  expect(await room.preorder()).toBeUndefined()
  expect(await room.disagreements()).toEqual([])
})

test('an allowance is seen with who draws on it and what is left, and the next buyer is told its day until it is used up', async () => {
  expect(await allowance()).toMatchObject({ units: 0, version: 0, promised: 0, held: 0, left: 0 })
  await allow(3, 20)
  expect((await room.reader().outlook([room.variantId])).get(room.variantId)).toEqual({
    kind: 'backorder',
    shipsOn: inDays(21),
    units: 3,
  })
  const order = await room.preorder(2)
  await room.engine.execute(room.holdOf(1, randomUUID(), randomUUID()))
  expect(await allowance()).toMatchObject({ units: 3, version: 1, promised: 2, held: 1, left: 0, shipsOn: inDays(21) })
  const { rows } = await room.database.pool.query('SELECT number FROM orders WHERE id = $1', [order])
  expect(await room.reader().backorderPromises(room.variantId * 10)).toMatchObject([
    { orderNumber: rows[0]?.number, units: 2, shipsOn: inDays(21) },
  ])
  expect((await room.reader().backorders({})).map((one) => one.sku)).toContain(room.sku())
  expect((await room.reader().outlook([room.variantId])).get(room.variantId)).toBeUndefined()
  expect(await room.preorder()).toBeUndefined()
  expect(await room.disagreements()).toEqual([])
})

test('an allowance is changed only by who has seen it as it stands; of two at once one wins', async () => {
  const answers = await Promise.all([allow(4, 10), allow(9, 10)])
  expect(answers.filter(({ ok }) => ok)).toMatchObject([{ value: { version: 1, before: { units: 0, leadDays: 0 } } }])
  expect(answers.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'BACKORDER_CHANGED', version: 1 } })
  const units = (await allowance())?.units
  expect(await allow(0, 0, 1)).toMatchObject({ ok: true, value: { version: 2, before: { units, leadDays: 10 } } })
  expect((await room.reader().outlook([room.variantId])).get(room.variantId)).toBeUndefined()
  expect(await room.disagreements()).toEqual([])
})

test('an allowance cut below what was promised leaves the last without supply, at risk and told', async () => {
  await allow(2, 20)
  const [a, b] = [await room.preorder(), await room.preorder()]
  expect(await allow(1, 20, 1)).toMatchObject({ ok: true })
  expect(await room.promiseOf(a)).toMatchObject({ ship_by: inDays(21) })
  expect(await room.promiseOf(b)).toMatchObject({ ship_by: null })
  expect(await room.told()).toEqual(['at-risk'])
  expect(await room.disagreements()).toEqual([])
})

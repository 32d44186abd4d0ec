import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createStockHistory } from '../inventory/as-of/stock-history'
import { inDays, openSupplyRoom, origin, type SupplyRoom } from './testing/supply-room'

let room: SupplyRoom
beforeAll(async () => {
  room = await openSupplyRoom()
})
afterAll(() => room.close())
beforeEach(() => room.nextPiece())

const reused = (receiptId: string, number: string) => ({
  ok: false,
  error: { code: 'RECEIPT_ID_REUSED', receiptId, number },
})

test('a receipt sent eight times at once is received once, and everybody hears that it was', async () => {
  const number = await room.announce(5, inDays(10))
  const id = randomUUID()
  const answers = await Promise.all(Array.from({ length: 8 }, () => room.receive(number, 2, { id })))
  expect(answers.map((answer) => answer.ok && answer.value.repeated).sort()).toEqual([false, ...Array(7).fill(true)])
  expect(await room.level()).toMatchObject({ on_hand: 2, oversell_cap: 3 })
})

test('other counts under the id of a receipt are refused, and what came stays what it was', async () => {
  const number = await room.announce(5, inDays(10))
  const id = randomUUID()
  expect(await room.receive(number, 2, { id })).toMatchObject({ ok: true })
  expect(await room.receive(number, 3, { id })).toEqual(reused(id, number))
  expect(await room.receive(number, 2, { id, damaged: 1 })).toEqual(reused(id, number))
  expect(await room.receive(number, 2, { id, closes: true })).toEqual(reused(id, number))
  expect(await room.receive(number, 2, { id })).toEqual({ ok: true, value: { repeated: true } })
  expect(await room.level()).toMatchObject({ on_hand: 2, oversell_cap: 3 })
  expect(await room.disagreements()).toEqual([])
})

test('the id of another shipment’s receipt is not this one’s repeat, whichever came first', async () => {
  const [one, other] = [await room.announce(5, inDays(10)), await room.announce(5, inDays(20))]
  const id = randomUUID()
  const answers = await Promise.all([room.receive(one, 2, { id }), room.receive(other, 2, { id })])
  expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true])
  const first = answers[0]?.ok ? one : other
  expect(answers.find(({ ok }) => !ok)).toEqual(reused(id, first))
  expect(await room.receive(first === one ? other : one, 2, { id })).toEqual(reused(id, first))
  expect(await room.level()).toMatchObject({ on_hand: 2 })
  expect(await room.disagreements()).toEqual([])
})

test('an announcement’s id is no receipt: nothing was received under it', async () => {
  const announcementId = randomUUID()
  const lines = [{ sku: room.sku(), units: 5, presale: false }]
  const announced = await room.desk.announce(
    { announcementId, supplierId: room.supplierId, locationId: 1, expectedOn: inDays(3), lines },
    origin,
  )
  if (!announced.ok) throw new Error(announced.error.code)
  const { number } = announced.value
  expect(await room.receive(number, 5, { id: announcementId })).toEqual(reused(announcementId, number))
  expect(await room.level()).toMatchObject({ on_hand: 0 })
})

test('a delivery that is written down later counts from when it came, on the shelf and among what is on its way', async () => {
  const number = await room.announce(5, inDays(10))
  const { line } = await room.shipment(number)
  const { rows } = await room.database.pool.query<{ at: Date }>('SELECT clock_timestamp() AS at')
  const happenedAt = rows[0]?.at ?? new Date(0)
  await new Promise((resolve) => setTimeout(resolve, 20))
  const receipt = {
    receiptId: randomUUID(),
    number,
    lines: [{ lineId: line.lineId, received: 3, damaged: 0, closes: false }],
    happenedAt,
  }
  expect(await room.desk.receive(receipt, origin)).toMatchObject({ ok: true, value: { repeated: false } })
  expect(await room.desk.receive(receipt, origin)).toMatchObject({ ok: true, value: { repeated: true } })
  const { happenedAt: _, ...now } = receipt
  expect(await room.desk.receive(now, origin)).toEqual(reused(receipt.receiptId, number))
  const history = createStockHistory(room.database)
  const { record_id: recordId } = await room.level()
  const at = new Date(happenedAt.getTime() + 5)
  const onHandBy = async (axis: 'recorded' | 'effective') => (await history.record(recordId, { at, axis })).onHand
  expect([await onHandBy('effective'), await onHandBy('recorded')]).toEqual([3, 0])
  expect(await history.incoming(recordId, 'effective', [at])).toEqual([2])
  expect(await history.incoming(recordId, 'recorded', [at])).toEqual([5])
  expect(await room.disagreements()).toEqual([])
})

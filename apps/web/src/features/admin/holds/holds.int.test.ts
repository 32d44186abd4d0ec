import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { namesOf, openStockRoom, type StockRoom } from '../../../testing/open-stock-room'

let room: StockRoom
beforeAll(async () => {
  room = await openStockRoom()
})
afterAll(() => room.close())
beforeEach(() => room.nextPiece())

test('a released hold leaves the list, its units are back, and a second release changes nothing', async () => {
  const held = await room.hold(3)
  const before = await room.staff().holds.list({ query: `SKU-${room.variantId()}`, limit: 10 })
  expect(before.rows).toMatchObject([{ reservationId: held.reservationId, units: 3, sku: `SKU-${room.variantId()}` }])
  expect(before.rows[0]?.expiresAt.getTime()).toBeGreaterThan(before.now.getTime())
  await room.staff().holds.release({ ...namesOf(held), reason: 'needed-elsewhere' })
  await room.staff().holds.release({ ...namesOf(held), reason: 'needed-elsewhere' })
  expect((await room.staff().holds.list({ query: `SKU-${room.variantId()}`, limit: 10 })).rows).toEqual([])
  expect(await room.staff().stock.record({ recordId: room.recordId() })).toMatchObject({
    version: 3,
    reserved: 0,
    available: 10,
  })
})

test('a hold of another cart is not found', async () => {
  const held = await room.hold(1)
  const answer = room.staff().holds.release({ ...namesOf(held), cartId: randomUUID(), reason: 'mistake' })
  await expect(answer).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

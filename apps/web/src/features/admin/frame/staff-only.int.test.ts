import { appRouter } from '@selvedge/api'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openStockRoom, type StockRoom } from '../../../testing/open-stock-room'

let room: StockRoom
beforeAll(async () => {
  room = await openStockRoom()
})
afterAll(() => room.close())
beforeEach(() => room.nextPiece())

const OF_STAFF = Object.keys(appRouter._def.procedures).filter((path) => path.startsWith('admin.'))

/** Calls a procedure by its path, without any input: whoever may not call it is refused before the input is looked at. */
const call = (caller: object, path: string): unknown => {
  const procedure = path.split('.').reduce<unknown>((at, name) => Reflect.get(Object(at), name), caller)
  return Reflect.apply(Object(procedure), undefined, [])
}

test.each(['guest', 'shopper'] as const)('every staff procedure there is refuses a %s', async (role) => {
  const code = role === 'guest' ? 'UNAUTHORIZED' : 'FORBIDDEN'
  expect(OF_STAFF.length).toBeGreaterThan(100)
  for (const path of OF_STAFF) {
    await expect(Promise.resolve(call(room.caller(role), path)), path).rejects.toMatchObject({ code })
  }
})

test('staff are let in', async () => {
  expect(await room.staff().stock.record({ recordId: room.recordId() })).toMatchObject({ version: 1, onHand: 10 })
})

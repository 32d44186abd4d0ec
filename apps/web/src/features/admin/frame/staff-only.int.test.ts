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

/** Keys and secrets of systems outside, and the policies by which stock is given out. */
const OF_ADMINS = [
  'admin.sources.create',
  'admin.sources.rotate',
  'admin.sources.revoke',
  'admin.endpoints.create',
  'admin.endpoints.rotate',
  'admin.endpoints.setState',
  'admin.endpoints.remove',
  'admin.allocation.save',
  'admin.holdPolicy.save',
  'admin.safety.save',
  'admin.safety.followRule',
]

test.each(OF_ADMINS)('%s refuses a merchandiser, and the journal has it', async (path) => {
  await expect(Promise.resolve(call(room.caller('merchandiser'), path))).rejects.toMatchObject({ code: 'FORBIDDEN' })
  const { rows } = await room.pool.query('SELECT outcome FROM staff_action WHERE procedure = $1', [path])
  expect(rows).toEqual([{ outcome: 'FORBIDDEN' }])
  // An admin comes as far as the input, which is missing here.
  await expect(Promise.resolve(call(room.caller('admin'), path))).rejects.toMatchObject({ code: 'BAD_REQUEST' })
})

test('staff are let in', async () => {
  expect(await room.staff().stock.record({ recordId: room.recordId() })).toMatchObject({ version: 1, onHand: 10 })
})

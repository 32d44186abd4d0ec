import { createAllocationService, DEFAULT_HOLD_POLICY, type UntoldOutcome } from '@selvedge/core'
import { createActionJournal } from '@selvedge/db'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openStockRoom, type StockRoom } from '../../../testing/open-stock-room'

let room: StockRoom
beforeAll(async () => {
  room = await openStockRoom()
})
afterAll(() => room.close())
beforeEach(() => room.nextPiece())

test('what staff change stands in the journal with its outcome, what they only look at does not', async () => {
  await room.staff().stock.record({ recordId: room.recordId() })
  await room.staff().stock.adjust(room.adjustment())
  await expect(room.staff().stock.adjust(room.adjustment({ delta: 5 }))).rejects.toThrow()
  await expect(room.staff().stock.adjust(room.adjustment({ delta: 1.5 }))).rejects.toThrow()
  const { actions } = await room.staff().audit.list({ find: 'admin.stock.adjust' })
  expect(actions.slice(0, 3).map(({ actor, outcome }) => [actor, outcome])).toEqual([
    ['staff:u-1', 'BAD_REQUEST'],
    ['staff:u-1', 'STOCK_CHANGED'],
    ['staff:u-1', 'done'],
  ])
  expect(actions[2]?.input).toMatchObject({ recordId: room.recordId() })
  await expect(room.caller('shopper').admin.audit.list({})).rejects.toMatchObject({ code: 'FORBIDDEN' })
})

const actionsOf = async (procedure: string) => (await room.staff().audit.list({ find: procedure })).actions

test('what was done is told so to its caller even when the journal can no longer be told: its row stays open, and the shop says so', async () => {
  const untold: UntoldOutcome[] = []
  const staff = room.staff({
    audit: {
      ...createActionJournal(room),
      ended: () => Promise.reject(new Error('the connection is lost')),
    },
    onUntoldOutcome: (one, fault) => {
      expect(fault).toEqual(new Error('the connection is lost'))
      untold.push(one)
    },
  })
  expect(await staff.stock.adjust(room.adjustment())).toMatchObject({ onHand: 8 })
  await expect(staff.stock.adjust(room.adjustment())).rejects.toMatchObject({ message: 'STOCK_CHANGED' })
  expect(await room.staff().stock.record({ recordId: room.recordId() })).toMatchObject({ onHand: 8, version: 2 })
  const [refused, done] = await actionsOf('admin.stock.adjust')
  const told = { procedure: 'admin.stock.adjust', correlationId: 'trail-0001' }
  expect(untold).toEqual([
    { ...told, id: done?.id, outcome: 'done' },
    { ...told, id: refused?.id, outcome: 'STOCK_CHANGED' },
  ])
  for (const action of [refused, done]) expect(action).not.toHaveProperty('outcome')
})

test('a change that the journal cannot take down beforehand does not happen', async () => {
  const audit = { ...createActionJournal(room), asked: () => Promise.reject(new Error('the connection is lost')) }
  await expect(room.staff({ audit }).stock.adjust(room.adjustment())).rejects.toMatchObject({
    code: 'INTERNAL_SERVER_ERROR',
  })
  expect(await room.staff().stock.record({ recordId: room.recordId() })).toMatchObject({ onHand: 10, version: 1 })
})

test('the journal says what stood there before, where the change knows it', async () => {
  await room.staff().stock.adjust(room.adjustment({ delta: -10 }))
  await expect(room.staff().stock.adjust(room.adjustment())).rejects.toThrow()
  const [refused, done] = await actionsOf('admin.stock.adjust')
  expect(done).toMatchObject({ input: { delta: -10 }, before: { onHand: 10 } })
  expect(refused).not.toHaveProperty('before')

  await room.pool.query(
    `INSERT INTO channel (code, name, currency, hold_policy, tax_rate_bp) VALUES ('eu', 'Europe', 'EUR', $1, 2100)`,
    [DEFAULT_HOLD_POLICY],
  )
  await room.admin().safety.save({ locationId: 1, units: 2 })
  await room.admin().safety.save({ locationId: 1, units: 1, staleAfterMinutes: 60 })
  const rules = await actionsOf('admin.safety.save')
  expect(rules.map(({ before }) => before)).toEqual([{ units: 2 }, { units: 0 }])

  const allocation = createAllocationService({ desk: room.allocationDesk, now: () => new Date() })
  const staff = room.admin({ allocation })
  const [channel] = (await staff.allocation.overview()).channels
  if (!channel) throw new Error('no channel')
  const { code, policy } = channel
  await staff.allocation.save({ channel: code, policy: { ...policy, split: !policy.split } })
  expect((await actionsOf('admin.allocation.save'))[0]).toMatchObject({ outcome: 'done', before: { policy } })
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../testing/index'
import { createActionJournal } from './action-journal'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const journal = () => createActionJournal(database)
const origin = { actor: 'staff:u-1', correlationId: 'trail-1' }

test('a change is kept before it is tried, told its outcome once, and never rewritten', async () => {
  const id = await journal().asked(origin, 'admin.safety.save', { units: 2, secret: 'x' })
  expect(await journal().list({ limit: 5 })).toMatchObject([
    {
      id,
      actor: 'staff:u-1',
      procedure: 'admin.safety.save',
      input: { units: 2, secret: '•' },
      correlationId: 'trail-1',
    },
  ])
  expect((await journal().list({ limit: 5 }))[0]).not.toHaveProperty('outcome')
  await journal().ended(id, 'admin.safety.save', 'done', { units: 1, apiToken: 'x' })
  expect(await journal().list({ limit: 5 })).toMatchObject([
    { id, outcome: 'done', before: { units: 1, apiToken: '•' } },
  ])
  await expect(journal().ended(id, 'admin.safety.save', 'FAULT')).rejects.toThrow(/append-only/)
  for (const rewriting of [
    "UPDATE staff_action SET actor = 'staff:u-2'",
    `UPDATE staff_action SET before = '{"units":3}'`,
    'DELETE FROM staff_action',
    'TRUNCATE staff_action',
  ])
    await expect(database.pool.query(rewriting)).rejects.toThrow(/append-only/)
})

test('the list is newest first, by pages, and found by what was asked', async () => {
  const first = await journal().asked(origin, 'admin.stock.edit', { sku: 'LINEN-100%_M' })
  const second = await journal().asked(origin, 'admin.stock.edit', { sku: 'WOOL-S' })
  expect((await journal().list({ limit: 2 })).map(({ id }) => id)).toEqual([second, first])
  expect((await journal().list({ limit: 1, beforeId: second })).map(({ id }) => id)).toEqual([first])
  expect((await journal().list({ limit: 5, find: '100%_m' })).map(({ id }) => id)).toEqual([first])
  expect(await journal().list({ limit: 5, find: '%' })).toHaveLength(1)
})

test('what was done is told to the rooms that show it, once; what was refused to the journal alone', async () => {
  const rooms = async () => {
    const { rows } = await database.pool.query(
      `SELECT payload, correlation_id FROM outbox WHERE topic = 'room' ORDER BY position`,
    )
    return rows
  }
  const before = (await rooms()).length
  const refused = await journal().asked(origin, 'admin.supply.moveOrder', { number: 'PO-1' })
  await journal().ended(refused, 'admin.supply.moveOrder', 'PURCHASE_ORDER_STATE')
  expect((await rooms()).slice(before)).toMatchObject([{ payload: { room: 'journal' } }])
  const drafted = await journal().asked(origin, 'admin.forecast.draftSuggested', { supplierId: 1 })
  await journal().ended(drafted, 'admin.forecast.draftSuggested', 'done')
  expect((await rooms()).slice(before + 1)).toEqual(
    ['forecast', 'supply', 'journal'].map((room) => ({
      payload: { topic: 'room', type: 'RoomMoved', room },
      correlation_id: 'trail-1',
    })),
  )
})

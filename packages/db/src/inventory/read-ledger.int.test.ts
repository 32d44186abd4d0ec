import { randomUUID } from 'node:crypto'
import type { Cause } from '@selvedge/core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { inDays, openSupplyRoom, origin, type SupplyRoom } from '../supply/testing/supply-room'
import { createStockReader } from './stock-reader'

let room: SupplyRoom
beforeAll(async () => {
  room = await openSupplyRoom()
})
afterAll(() => room.close())
beforeEach(() => room.nextPiece())

const newest = async () => {
  const { record_id: recordId } = await room.level()
  const [entry] = await createStockReader(room.database).ledger(recordId, { limit: 1 })
  return entry
}
const found = async (cause: Cause, actor = origin.actor): Promise<void> => {
  const { record_id: recordId } = await room.level()
  const answer = await room.engine.execute({
    kind: 'observe',
    origin: { ...origin, actor },
    cause,
    observations: [{ variantId: room.variantId, recordId, type: 'Counted', quantity: 1 }],
  })
  if (!answer.ok) throw new Error(answer.error.code)
}

test('an entry names the shipment it came with', async () => {
  const number = await room.announce(5, inDays(4), false)
  await room.receive(number, 5)
  expect(await newest()).toMatchObject({ cause: { type: 'shipment-line' }, causeName: number })
})

test('an entry of an order line names its order', async () => {
  await room.announce(5, inDays(4))
  const orderId = await room.preorder(2)
  const { rows } = await room.database.pool.query('SELECT number FROM orders WHERE id = $1', [orderId])
  expect(await newest()).toMatchObject({ cause: { type: 'order-line' }, orderNumber: rows[0]?.number })
})

test('an entry of a file names the file, one of a till names the till', async () => {
  const [fileId, sourceId] = [randomUUID(), randomUUID()]
  await room.database.pool.query(
    `INSERT INTO file_job (id, direction, kind, name, state, created_by, correlation_id)
     VALUES ($1, 'in', 'counts', 'shelf.csv', 'done', 'staff:a', 'test')`,
    [fileId],
  )
  await room.database.pool.query(
    `INSERT INTO sync_source (id, name, key_id, sealed_secret, expected_every_minutes, created_by)
     VALUES ($1, 'Till at the door', 'till', 'sealed', 60, 'staff:a')`,
    [sourceId],
  )
  await found({ type: 'import-row', id: `${fileId}:17` })
  expect(await newest()).toMatchObject({ causeName: 'shelf.csv' })
  await found({ type: 'sync', id: randomUUID() }, `source:${sourceId}`)
  expect(await newest()).toMatchObject({ causeName: 'Till at the door', actorName: 'Till at the door' })
})

test('a cause that is gone, or no id of ours, names nothing and breaks nothing', async () => {
  const gone: readonly Cause[] = [
    { type: 'shipment-line', id: '999999' },
    { type: 'shipment-line', id: 'none' },
    { type: 'import-row', id: 'sheet:1' },
    { type: 'order-line', id: 'order' },
    { type: 'sync', id: 'batch' },
  ]
  for (const cause of gone) {
    await found(cause)
    expect(await newest()).not.toHaveProperty('causeName')
  }
})

import { randomUUID } from 'node:crypto'
import type { Cause } from '@selvedge/core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, insertStock, type TestDatabase } from '../../testing/index'
import { createStockEngine, type PgStockEngine } from '../stock-engine'
import { lostCauses } from './lost-causes'

let database: TestDatabase
let engine: PgStockEngine
const origin = { actor: 'test', correlationId: 'test' }

beforeAll(async () => {
  database = await createTestDatabase()
  await insertStock(database.pool, { variantId: 1, units: [3, 4] })
  engine = createStockEngine({ pool: database.pool })
})
afterAll(async () => {
  await engine.close()
  await database.drop()
})

const found = (recordId: number, cause: Cause) =>
  engine.execute({
    kind: 'observe',
    origin,
    observations: [{ variantId: 1, recordId, type: 'Found', quantity: 1, cause }],
  })

test('entries whose documents are there, or are of a kind that ends, are no finding', async () => {
  await found(10, { type: 'safety-rule', id: '1' })
  await found(10, { type: 'cart', id: randomUUID() })
  await found(10, { type: 'adjustment', id: 'by hand' })
  expect(await lostCauses(database.pool)).toEqual({ documents: 1, findings: [] })
})

test('a document that is not there is named with its kind, how many entries want it, and where', async () => {
  const order = randomUUID()
  await found(11, { type: 'order', id: order })
  await found(11, { type: 'order', id: order })
  await found(10, { type: 'shipment-line', id: 'nonsense' })
  const { findings } = await lostCauses(database.pool)
  expect(findings).toEqual([
    { kind: 'cause', what: `2 entries name 1 of kind order that are not there, as ${order} at record 11` },
    { kind: 'cause', what: '1 entries name 1 of kind shipment-line that are not there, as nonsense at record 10' },
  ])
})

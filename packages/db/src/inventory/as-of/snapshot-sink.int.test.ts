import { afterAll, beforeAll, expect, test } from 'vitest'
import { createOutboxTail } from '../../outbox/outbox-tail'
import { stampOutbox } from '../../outbox/stamp-outbox'
import { createTestDatabase, insertStock, type TestDatabase } from '../../testing/index'
import { inTransaction } from '../in-transaction'
import { createStockEngine } from '../stock-engine'
import { verifyLedger } from '../verify'
import { createSnapshotSink } from './snapshot-sink'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase(4)
  await insertStock(database.pool, { variantId: 1, units: [10] })
})
afterAll(() => database.drop())

test('a stream that crosses a boundary has its state kept, the same again after a crash, and it is the fold', async () => {
  const engine = createStockEngine({ pool: database.pool })
  const origin = { actor: 'staff:u-1', correlationId: 'trail' }
  await Promise.all(
    Array.from({ length: 140 }, () =>
      engine.execute({ kind: 'adjust', origin, variantId: 1, recordId: 10, delta: 1, reason: 'found' }),
    ),
  )
  await engine.close()
  await stampOutbox(database.pool, 1_000)
  const batch = await inTransaction(database.pool, (client) => createOutboxTail().read(client, 0n, 1_000))
  const sink = createSnapshotSink({ pool: database.pool })
  await sink.handle(batch.messages)
  await sink.handle([...batch.messages, ...batch.messages])
  const { rows } = await database.pool.query('SELECT version, on_hand FROM inventory_snapshot ORDER BY version')
  expect(rows).toEqual([
    { version: 64, on_hand: 73 },
    { version: 128, on_hand: 137 },
  ])
  expect(await verifyLedger(database.pool)).toEqual([])
})

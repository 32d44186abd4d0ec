import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../testing/index'
import { diffToSchema } from './diff'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

test('schema.prisma and the migrated database agree', async () => {
  expect((await diffToSchema(database.url)).trim()).toBe('-- This is an empty migration.')
})

test('the ledger refuses to be rewritten, whoever asks', async () => {
  await database.pool.query(
    `INSERT INTO inventory_event (record_id, version, type, quantity, actor, correlation_id, recorded_at, effective_at)
     VALUES (1, 1, 'Received', 5, 'test', 'test', now(), now())`,
  )
  await expect(database.pool.query('UPDATE inventory_event SET quantity = 6')).rejects.toThrow(/append-only/)
  await expect(database.pool.query('DELETE FROM inventory_event')).rejects.toThrow(/append-only/)
  await expect(database.pool.query('TRUNCATE inventory_event')).rejects.toThrow(/append-only/)
})

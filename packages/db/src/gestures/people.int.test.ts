import { afterAll, beforeAll, expect, test } from 'vitest'
import { keepBehaviourPartitions } from '../behaviour/keep-partitions'
import { createTestDatabase, type TestDatabase } from '../testing/index'
import { eraseGestures, exportGestures } from './people'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase(2)
})
afterAll(() => database.drop())

const NOW_MS = Date.UTC(2026, 10, 25)
const DAY_MS = 86_400_000

const serve = (person: string, atMs: number) =>
  database.pool.query(
    `INSERT INTO served_answer (id, served_at, person, placement, ask, products, versions)
     VALUES (gen_random_uuid(), $2, $1, 'for-you', '{"seed":1}', '[{"productId":7}]', '{}')`,
    [person, new Date(atMs)],
  )
const shownTo = async (person: string): Promise<number> => {
  const { rows } = await database.pool.query('SELECT 1 FROM served_answer WHERE person = $1', [person])
  return rows.length
}

test('what was shown to somebody is in their export and goes with their history, and nobody else loses anything', async () => {
  await serve('v:one', NOW_MS)
  await serve('v:other', NOW_MS)
  expect((await exportGestures(database.pool, 'v:one')).shown).toEqual([
    expect.objectContaining({ products: [{ productId: 7 }] }),
  ])
  await eraseGestures(database.pool, 'v:one', { lists: false })
  expect([await shownTo('v:one'), await shownTo('v:other')]).toEqual([0, 1])
})

test('answers older than the behaviour log are let go with it', async () => {
  await serve('v:long-ago', NOW_MS - 40 * DAY_MS)
  await serve('v:lately', NOW_MS - DAY_MS)
  await keepBehaviourPartitions(database.pool, { fromMs: NOW_MS, toMs: NOW_MS, keepAfterMs: NOW_MS - 30 * DAY_MS })
  expect([await shownTo('v:long-ago'), await shownTo('v:lately')]).toEqual([0, 1])
})

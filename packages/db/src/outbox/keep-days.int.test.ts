import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { inTransaction } from '../inventory/in-transaction'
import { createTestDatabase, type TestDatabase } from '../testing'
import { keepOutboxDays } from './keep-days'
import { readRows } from './read-rows'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase(4)
})
afterAll(() => database.drop())
beforeEach(async () => {
  // Empty days that another test has left are over for everybody.
  await database.pool.query('TRUNCATE outbox, outbox_cursor')
  await passedBy('before', 0)
  await keepOutboxDays(database.pool)
  await database.pool.query('TRUNCATE outbox_cursor')
})

/** Messages recorded so many days ago; without a number nobody has stamped them yet. */
const record = (daysAgo: number, seqs: readonly (number | null)[]) =>
  database.pool.query(
    `INSERT INTO outbox (topic, key, payload, correlation_id, recorded_at, seq)
     SELECT 'catalog', 'k', json_build_object('topic', 'catalog', 'type', 'ProductChanged', 'productId', 1, 'version', 1), 'c',
            clock_timestamp() - $1::int * interval '1 day', n FROM unnest($2::bigint[]) n`,
    [daysAgo, seqs],
  )
const passedBy = (sink: string, seq: number) =>
  database.pool.query(
    'INSERT INTO outbox_cursor (sink, seq) VALUES ($1, $2) ON CONFLICT (sink) DO UPDATE SET seq = $2',
    [sink, seq],
  )
const tables = async (): Promise<readonly string[]> => {
  const { rows } = await database.pool.query<{ name: string }>(
    'SELECT DISTINCT tableoid::regclass::text AS name FROM outbox ORDER BY 1',
  )
  return rows.map(({ name }) => name)
}
const seqsAfter = (after: bigint) =>
  inTransaction(database.pool, async (client) =>
    (await readRows(client, after, 100)).rows.map(({ seq }) => Number(seq)),
  )

test('whoever writes into a day that nobody has made is not refused, and the rows move into it with their numbers', async () => {
  await record(40, [1])
  await record(41, [2])
  await record(-40, [3])
  expect(await tables()).toEqual(['outbox_default'])
  expect(await keepOutboxDays(database.pool)).toEqual({ made: 3, dropped: 0 })
  expect(await tables()).toHaveLength(3)
  expect(await tables()).not.toContain('outbox_default')
  expect(await seqsAfter(0n)).toEqual([1, 2, 3])
})

test('days to come are there before anybody writes into them, and are made once by however many', async () => {
  await record(-3, [1])
  expect(await tables()).not.toContain('outbox_default')
  await record(50, [2])
  const all = await Promise.all([1, 2, 3].map(() => keepOutboxDays(database.pool)))
  expect(all.reduce((sum, { made }) => sum + made, 0)).toBe(1)
})

test('a sink that stalls keeps its days, and those alone', async () => {
  await record(5, [1, 2])
  await record(4, [3, 4])
  await record(3, [5])
  await record(0, [6])
  await passedBy('quick', 6)
  await passedBy('stalled', 3)
  expect(await keepOutboxDays(database.pool)).toMatchObject({ dropped: 1 })
  expect(await seqsAfter(0n)).toEqual([3, 4, 5, 6])
  await passedBy('stalled', 5)
  expect(await keepOutboxDays(database.pool)).toMatchObject({ dropped: 2 })
  expect(await seqsAfter(0n)).toEqual([6])
})

test('a day is kept while one of its messages has no number, while nobody reads, and until it is over for a day', async () => {
  await record(6, [1, null])
  await record(1, [2])
  await keepOutboxDays(database.pool)
  expect(await tables()).toHaveLength(2)
  await passedBy('watcher', 9)
  expect(await keepOutboxDays(database.pool)).toMatchObject({ dropped: 0 })
  await database.pool.query('UPDATE outbox SET seq = 3 WHERE seq IS NULL')
  expect(await keepOutboxDays(database.pool)).toMatchObject({ dropped: 1 })
  expect(await seqsAfter(0n)).toEqual([2])
})

test('a transaction that is under way is not waited for: the day goes another time, and others go on writing', async () => {
  await record(7, [1])
  await record(0, [2])
  await passedBy('watcher', 2)
  await inTransaction(database.pool, async (client) => {
    await client.query(`INSERT INTO outbox (topic, key, payload, correlation_id) VALUES ('x', 'x', '{}', 'c')`)
    expect(await keepOutboxDays(database.pool)).toMatchObject({ dropped: 0 })
    await record(0, [3])
  })
  expect(await seqsAfter(0n)).toEqual([1, 2, 3])
  expect(await keepOutboxDays(database.pool)).toMatchObject({ dropped: 1 })
  expect(await seqsAfter(0n)).toEqual([2, 3])
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction } from '../inventory/in-transaction'
import { createTestDatabase, type TestDatabase } from '../testing'
import { createOutboxTail, type OutboxTail } from './outbox-tail'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase(2)
  await grow(1, 40)
})
afterAll(() => database.drop())

const grow = (from: number, until: number) =>
  database.pool.query(
    `INSERT INTO outbox (topic, key, payload, correlation_id, seq)
     SELECT 'catalog', n::text, json_build_object('topic', 'catalog', 'type', 'ProductChanged', 'productId', n, 'version', 1), 'c', n
     FROM generate_series($1::int, $2::int) n`,
    [from, until],
  )
const seqs = (tail: OutboxTail, after: bigint, limit: number): Promise<number[]> =>
  inTransaction(database.pool, async (client) =>
    (await tail.read(client, after, limit)).messages.map(({ seq }) => Number(seq)),
  )
const numbers = (from: number, until: number) => Array.from({ length: until - from + 1 }, (_, n) => from + n)

test('whoever asks, in whatever order, is given what the table holds', async () => {
  const tail = createOutboxTail(25)
  expect(await seqs(tail, 0n, 10)).toEqual(numbers(1, 10))
  expect(await seqs(tail, 10n, 20)).toEqual(numbers(11, 30))
  // One that is further back than memory, one within it, one at its end.
  expect(await seqs(tail, 0n, 8)).toEqual(numbers(1, 8))
  expect(await seqs(tail, 12n, 5)).toEqual(numbers(13, 17))
  expect(await seqs(tail, 30n, 100)).toEqual(numbers(31, 40))
  expect(await seqs(tail, 40n, 100)).toEqual([])
  await grow(41, 44)
  expect(await seqs(tail, 40n, 100)).toEqual(numbers(41, 44))
  // Memory ends where the table goes on: a short answer, the rest with the next one.
  expect(await seqs(tail, 42n, 100)).toEqual(numbers(43, 44))
})

test('what was jumped over is never taken for what was read', async () => {
  const tail = createOutboxTail()
  expect(await seqs(tail, 0n, 3)).toEqual(numbers(1, 3))
  expect(await seqs(tail, 20n, 3)).toEqual(numbers(21, 23))
  expect(await seqs(tail, 3n, 4)).toEqual(numbers(4, 7))
  expect(await seqs(tail, 20n, 2)).toEqual(numbers(21, 22))
})

test('what others have read comes without asking the table', async () => {
  const tail = createOutboxTail()
  await seqs(tail, 0n, 20)
  await inTransaction(database.pool, async (client) => {
    const before = await client.query('SELECT 1')
    expect(before.rowCount).toBe(1)
    // A connection in a failed transaction cannot read any more.
    await client.query('SELECT 1 / 0').catch(() => undefined)
    const { messages, oldestAgeMs } = await tail.read(client, 4n, 3)
    expect(messages.map(({ seq }) => Number(seq))).toEqual(numbers(5, 7))
    expect(oldestAgeMs).toBeGreaterThanOrEqual(0)
  })
})

import { randomUUID } from 'node:crypto'
import { type RecordedSignal, visitorKey } from '@selvedge/core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../testing/index'
import { createBehaviourLog } from './behaviour-log'
import { keepBehaviourPartitions } from './keep-partitions'

const DAY_MS = 86_400_000
const TODAY = Date.UTC(2026, 10, 25)
let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const person = visitorKey('visitor')
const receivedOn = (dayMs: number): RecordedSignal => ({
  eventId: randomUUID(),
  person,
  sequence: 0,
  occurredAtMs: dayMs + 5_000,
  receivedAtMs: dayMs + 5_000,
  signal: { kind: 'view', productId: 1 },
})
const rowsIn = async (table: string): Promise<number> => {
  const { rows } = await database.pool.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${table}`)
  return rows[0]?.count ?? 0
}

test('rows wait for their day, move into it, and go when nobody may keep them any longer', async () => {
  const log = createBehaviourLog(database)
  const old = receivedOn(TODAY - 10 * DAY_MS)
  expect(await log.append([old, receivedOn(TODAY)])).toBe(2)
  expect(await rowsIn('behaviour_event_default')).toBe(2)

  expect(await keepBehaviourPartitions(database.pool, { fromMs: TODAY - 10 * DAY_MS, toMs: TODAY + 1 })).toEqual({
    made: 11,
    dropped: 0,
  })
  expect(await rowsIn('behaviour_event_default')).toBe(0)
  expect(await rowsIn('behaviour_event_20261125')).toBe(1)
  expect(await log.append([old])).toBe(0)

  const plan = { fromMs: TODAY, toMs: TODAY, keepAfterMs: TODAY - 5 * DAY_MS }
  expect(await keepBehaviourPartitions(database.pool, plan)).toEqual({ made: 0, dropped: 5 })
  expect((await log.of(person, 10)).map(({ receivedAtMs }) => receivedAtMs)).toEqual([TODAY + 5_000])
})

test('people are listed one by one, however many rows they have', async () => {
  const log = createBehaviourLog(database)
  const others = ['a', 'b', 'c'].map(visitorKey)
  await log.append(others.flatMap((other) => [1, 2, 3].map(() => ({ ...receivedOn(TODAY), person: other }))))
  expect(await log.people('', 2)).toEqual(['v:a', 'v:b'])
  expect(await log.people('v:b', 10)).toEqual(['v:c', 'v:visitor'])
})

import { setTimeout as sleep } from 'node:timers/promises'
import { seedDatabase } from '@selvedge/db/seed'
import { createTestDatabase, type TestDatabase } from '@selvedge/db/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { WorkOverdue } from '../threads/take-turns'
import { trainInThread } from './train-in-thread'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase(2)
  await seedDatabase(database.pool, { products: 24, seed: 3, today: new Date('2026-11-23T00:00:00Z') })
})
afterAll(() => database.drop())

const published = async (): Promise<readonly string[]> => {
  const { rows } = await database.pool.query<{ name: string }>(
    'SELECT name FROM model_artefact WHERE active ORDER BY name',
  )
  return rows.map(({ name }) => name)
}

test('neighbours alone are made anew in a thread, and published once for what it says', async () => {
  expect(await trainInThread(database.url, 'neighbours')).toBe(1)
  expect(await published()).toEqual(['neighbours'])
  expect(await trainInThread(database.url, 'neighbours')).toBe(0)
})

test('a thread that cannot do its work says why', async () => {
  await expect(trainInThread('postgres://nobody@127.0.0.1:1/nowhere', 'neighbours')).rejects.toThrow(
    /ECONNREFUSED|connect/,
  )
})

test('a training that waits for what never comes is ended when it is told to, and the next one trains', async () => {
  const blocker = await database.pool.connect()
  try {
    await blocker.query('BEGIN')
    await blocker.query('LOCK TABLE model_artefact IN ACCESS EXCLUSIVE MODE')
    const overdue = new AbortController()
    const hanging = trainInThread(database.url, 'neighbours', overdue.signal)
    const isWaiting = async (): Promise<boolean> => {
      // Idle for long, its transaction would be ended.
      await blocker.query('SELECT 1')
      const { rowCount } = await database.pool.query(
        `SELECT 1 FROM pg_stat_activity
         WHERE datname = current_database() AND application_name = 'training' AND wait_event_type = 'Lock'`,
      )
      return rowCount !== 0
    }
    while (!(await isWaiting())) await sleep(50)
    overdue.abort(new WorkOverdue('the training of neighbours', 1))
    await expect(hanging).rejects.toBeInstanceOf(WorkOverdue)
    await blocker.query('ROLLBACK')
    expect(await trainInThread(database.url, 'neighbours')).toBe(0)
  } finally {
    blocker.release()
  }
}, 120_000)

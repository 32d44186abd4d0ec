import { setTimeout as sleep } from 'node:timers/promises'
import { seedDatabase } from '@selvedge/db/seed'
import { createTestDatabase, type TestDatabase } from '@selvedge/db/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTurns, WorkOverdue } from '../threads/take-turns'
import { forecastInThread } from './forecast-in-thread'

const DAY_MS = 86_400_000

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase(2)
  await seedDatabase(database.pool, { products: 24, seed: 3 })
})
afterAll(() => database.drop())

test('a forecast that waits for what never comes is ended in its time, and the next one is made', async () => {
  const blocker = await database.pool.connect()
  try {
    await blocker.query('BEGIN')
    await blocker.query('LOCK TABLE demand_forecast IN ACCESS EXCLUSIVE MODE')
    const isWaiting = async (): Promise<boolean> => {
      // Idle for long, its transaction would be ended.
      await blocker.query('SELECT 1')
      const { rowCount } = await database.pool.query(
        `SELECT 1 FROM pg_stat_activity
         WHERE datname = current_database() AND application_name = 'forecast' AND wait_event_type = 'Lock'`,
      )
      return rowCount !== 0
    }
    const limit = new AbortController()
    const hanging = forecastInThread(database.url, DAY_MS, limit.signal)
    while (!(await isWaiting())) await sleep(50)
    limit.abort(new WorkOverdue('the forecast', 1))
    await expect(hanging).rejects.toBeInstanceOf(WorkOverdue)
    await blocker.query('ROLLBACK')
    const inTime = createTurns(60_000)
    const skus = await inTime('the forecast', (overdue) => forecastInThread(database.url, DAY_MS, overdue))
    expect(skus).toBeGreaterThan(0)
    expect(await forecastInThread(database.url, DAY_MS)).toBe(0)
  } finally {
    blocker.release()
  }
}, 120_000)

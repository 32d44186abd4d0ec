import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../testing/index'
import { createFileStore } from './file-store'
import { pruneFiles } from './prune-files'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const DAY = { uploads: 2, kept: 30 } as const
type Job = { readonly state: string; readonly direction?: 'in' | 'out'; readonly days: number }

/** A file of three pieces and three rows, so many days old. */
const file = async ({ state, direction = 'in', days }: Job): Promise<string> => {
  const id = randomUUID()
  await database.pool.query(
    `INSERT INTO file_job (id, direction, kind, name, state, created_by, correlation_id, created_at, checked_at, finished_at)
     SELECT $1, $2, 'counts', 'shelf.csv', $3, 'staff:a', 'test', at, at, CASE WHEN $3 IN ('done', 'refused') THEN at END
     FROM (SELECT clock_timestamp() - $4 * interval '1 day' AS at) old`,
    [id, direction, state, days],
  )
  await database.pool.query(
    `INSERT INTO file_chunk (job_id, no, bytes) SELECT $1, no, 'sku' FROM generate_series(0, 2) no`,
    [id],
  )
  await database.pool.query(
    `INSERT INTO file_row (job_id, no, line, row_id, record_id, quantity) SELECT $1, no, no, no, 1, 1 FROM generate_series(0, 2) no`,
    [id],
  )
  return id
}

const standing = async (id: string) => {
  const { rows } = await database.pool.query<{ state: string; pieces: number; rows: number }>(
    `SELECT state, (SELECT count(*)::int FROM file_chunk WHERE job_id = $1) AS pieces,
      (SELECT count(*)::int FROM file_row WHERE job_id = $1) AS rows FROM file_job WHERE id = $1`,
    [id],
  )
  return rows[0]
}

test.each([
  ['an upload that goes on', { state: 'uploading', days: DAY.uploads - 1 }],
  ['a report that waits for a decision', { state: 'ready', days: DAY.kept - 1 }],
  ['a file that is being taken in, however long that takes', { state: 'applying', days: 400 }],
  ['an export that can be fetched', { state: 'done', direction: 'out', days: DAY.kept - 1 }],
] as const)('%s is kept whole', async (_, job) => {
  const id = await file(job)
  while (await pruneFiles(database.pool));
  expect(await standing(id)).toEqual({ state: job.state, pieces: 3, rows: 3 })
})

test.each([
  ['an upload that its browser gave up', { state: 'uploading', days: DAY.uploads + 1 }, 'dropped'],
  ['a report that nobody approved', { state: 'ready', days: DAY.kept + 1 }, 'dropped'],
  ['a file that was refused', { state: 'refused', days: DAY.kept + 1 }, 'dropped'],
  ['an export that nobody fetched', { state: 'done', direction: 'out', days: DAY.kept + 1 }, 'dropped'],
  ['a file that was taken in', { state: 'done', days: DAY.kept + 1 }, 'done'],
] as const)('of %s the bytes and rows are forgotten, that it was there is not', async (_, job, state) => {
  const id = await file(job)
  while (await pruneFiles(database.pool));
  expect(await standing(id)).toEqual({ state, pieces: 0, rows: 0 })
  if (state === 'dropped') expect((await createFileStore(database).jobs(99)).map((one) => one.id)).not.toContain(id)
})

test('no statement takes more than its share', async () => {
  const id = await file({ state: 'done', days: DAY.kept + 1 })
  expect(await pruneFiles(database.pool, { chunks: 2, rows: 2 })).toBe(true)
  expect(await standing(id)).toEqual({ state: 'done', pieces: 1, rows: 1 })
  expect(await pruneFiles(database.pool, { chunks: 2, rows: 2 })).toBe(false)
  expect(await standing(id)).toEqual({ state: 'done', pieces: 0, rows: 0 })
})

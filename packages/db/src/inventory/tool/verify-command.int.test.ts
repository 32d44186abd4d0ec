import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, insertStock, type TestDatabase } from '../../testing/index'

let database: TestDatabase
const root = fileURLToPath(new URL('../../../../../', import.meta.url))

beforeAll(async () => {
  database = await createTestDatabase()
  await insertStock(database.pool, { variantId: 1, units: [3, 4] })
})
afterAll(() => database.drop())

/** The command as a person types it, on the database it is given. */
const inventory = (command: string): Promise<{ code: number; said: string }> =>
  new Promise((resolve) => {
    execFile(
      'env',
      [
        `DATABASE_URL=${database.url}`,
        process.execPath,
        '--import',
        'tsx',
        'packages/db/src/inventory/tool/cli.ts',
        command,
      ],
      { cwd: root },
      (fault, stdout, stderr) =>
        resolve({ code: typeof fault?.code === 'number' ? fault.code : 0, said: stdout + stderr }),
    )
  })

test('verify names a record whose level is not what its ledger says and ends with 1; of books that agree it ends with 0, and rebuild mends them', {
  timeout: 120_000,
}, async () => {
  const good = await inventory('verify')
  expect(good.said).toContain('conservation and causes agree')
  expect(good.code).toBe(0)

  await database.pool.query('UPDATE stock_level SET on_hand = on_hand + 1 WHERE record_id = 11')
  const bad = await inventory('verify')
  expect(bad.code).toBe(1)
  expect(bad.said).toMatch(/record 11: /)
  expect(bad.said).not.toMatch(/record 10: /)
  expect(bad.said).toMatch(/[1-9]\d* findings/)

  expect((await inventory('rebuild')).code).toBe(0)
  const { rows } = await database.pool.query('SELECT on_hand FROM stock_level WHERE record_id = 11')
  expect(rows).toEqual([{ on_hand: 4 }])
})

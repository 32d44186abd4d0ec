import { afterAll, beforeAll, expect, test } from 'vitest'
import { readModelCommands } from '../env'
import { createTestDatabase, type TestDatabase } from '../testing/index'
import { compareWithModel } from './testing/compare-with-model'
import { verifyLedger } from './verify'

/** `npm test` runs this many commands; STOCK_MODEL_COMMANDS more. */
const COMMANDS = 100_000

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase(4)
})
afterAll(() => database.drop())

test('whatever is asked of it, in whatever order, the database holds exactly what the pure rules say', async () => {
  const total = readModelCommands(COMMANDS)
  const shares = await Promise.all([compareWithModel(database.pool, total)])
  expect(shares.reduce((sum, told) => sum + told, 0)).toBeGreaterThanOrEqual(total)
  // A random story brings in transfers that nobody sent; the check is right to say so. Nothing else may be found.
  const findings = (await verifyLedger(database.pool)).filter(({ what }) => !what.includes('came in by transfer'))
  expect(findings).toEqual([])
}, 600_000)

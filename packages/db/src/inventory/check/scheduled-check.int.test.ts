import type { LedgerFinding } from '@selvedge/core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ADVISORY_LOCKS } from '../../advisory-locks'
import { createTestDatabase, insertStock, type TestDatabase } from '../../testing/index'
import { createStockEngine } from '../stock-engine'
import { readLedgerHealth } from './findings-store'
import { runScheduledCheck } from './scheduled-check'

let database: TestDatabase
const told: LedgerFinding[] = []
const run = (skusARun = 2) =>
  runScheduledCheck(database.pool, { skusARun, onFinding: (finding) => void told.push(finding) })
const adjust = async (recordId: number) => {
  const engine = createStockEngine({ pool: database.pool })
  const origin = { actor: 'staff:u-1', correlationId: 'trail' }
  const variantId = Math.floor(recordId / 10)
  await engine.execute({ kind: 'adjust', origin, variantId, recordId, delta: 1, reason: 'found' })
  await engine.close()
}

beforeAll(async () => {
  database = await createTestDatabase(4)
  for (const variantId of [1, 2, 3, 4, 5]) await insertStock(database.pool, { variantId, units: [10, 4] })
})
afterAll(() => database.drop())

test('the rolling pass comes round all SKUs, and says when it last was', async () => {
  expect(await readLedgerHealth(database.pool)).toEqual({
    openFindings: 0,
    lastRunAt: undefined,
    lastFullAt: undefined,
  })
  expect(await run()).toMatchObject({ folded: 4, findings: 0 })
  expect(await run()).toMatchObject({ folded: 4 })
  expect((await readLedgerHealth(database.pool)).lastFullAt).toBeUndefined()
  expect(await run()).toMatchObject({ folded: 2 })
  expect((await readLedgerHealth(database.pool)).lastFullAt).toBeInstanceOf(Date)
  expect(await run()).toMatchObject({ folded: 4 })
})

test('a level that drifts is told once when its record moves, stays open, and is resolved when it is right again', async () => {
  await database.pool.query('UPDATE stock_level SET safety_stock = 3 WHERE record_id = 50')
  await adjust(50)
  expect(await run(1)).toMatchObject({ findings: 1 })
  expect(told).toEqual([{ kind: 'level', recordId: 50, what: 'safetyStock is 3, its ledger says 0' }])
  await run(1)
  expect(told).toHaveLength(1)
  expect(await readLedgerHealth(database.pool)).toMatchObject({ openFindings: 1 })
  await database.pool.query('UPDATE stock_level SET safety_stock = 0 WHERE record_id = 50')
  await run(5)
  expect(await readLedgerHealth(database.pool)).toMatchObject({ openFindings: 0 })
})

test('a level that drifts while nothing moves is found by the rolling pass', async () => {
  await database.pool.query('UPDATE stock_level SET on_hand = 9 WHERE record_id = 31')
  for (let runs = 0; runs < 3; runs += 1) await run()
  expect(told.slice(-2)).toEqual([
    { kind: 'level', recordId: 31, what: 'onHand is 9, its ledger says 4' },
    { kind: 'conservation', variantId: 3, what: expect.stringMatching(/^-5 units are unaccounted for/) },
  ])
})

test('of two processes one checks and the other leaves it to that one', async () => {
  const client = await database.pool.connect()
  await client.query('BEGIN')
  await client.query('SELECT pg_advisory_xact_lock($1)', [ADVISORY_LOCKS.ledgerCheck])
  expect(await run()).toBeUndefined()
  await client.query('ROLLBACK')
  client.release()
  expect(await run()).toBeDefined()
})

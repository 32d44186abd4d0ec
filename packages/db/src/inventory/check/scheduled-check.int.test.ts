import type { LedgerFinding } from '@selvedge/core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ADVISORY_LOCKS } from '../../advisory-locks'
import { evaluateAlerts } from '../../alerts/evaluate-alerts'
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
    openByKind: {},
    checkedUntil: undefined,
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

const openCauses = async (): Promise<number> => (await readLedgerHealth(database.pool)).openByKind.cause ?? 0
const toldOfCauses = () => told.filter(({ kind }) => kind === 'cause')
const openPlace = (id: number) =>
  database.pool.query(
    `INSERT INTO location (id, code, name, kind, country, priority, lead_days) VALUES ($1::int, 'L' || $1, 'Location', 'warehouse', 'NL', $1, 1)`,
    [id],
  )
/** One unit found at a record by the rule of a place. */
const foundBy = async (recordId: number, place: number) => {
  const engine = createStockEngine({ pool: database.pool })
  await engine.execute({
    kind: 'observe',
    origin: { actor: 'test', correlationId: 'trail' },
    observations: [
      {
        variantId: Math.floor(recordId / 10),
        recordId,
        type: 'Found',
        quantity: 1,
        cause: { type: 'safety-rule', id: `${place}` },
      },
    ],
  })
  await engine.close()
}

test('a cause whose document is not there is told in the run after it was written, and stays open until it is there', async () => {
  for (const place of [1, 7, 8]) await foundBy(40, place)
  await run(1)
  const lost = { kind: 'cause', recordId: 40, what: 'its entries name 2 of kind safety-rule that are not there, as 7' }
  expect(toldOfCauses()).toEqual([lost])
  // What else moves at the record says nothing of the entries before.
  await foundBy(40, 1)
  for (let runs = 0; runs < 3; runs += 1) await run(2)
  expect(toldOfCauses()).toEqual([lost])
  expect(await openCauses()).toBe(1)

  await evaluateAlerts(database.pool, 'quick')
  const { rows } = await database.pool.query(`SELECT severity FROM alert WHERE subject = 'Books of record 40: cause'`)
  expect(rows).toEqual([{ severity: 'critical' }])

  for (const place of [7, 8]) await openPlace(place)
  await run(5)
  expect(await openCauses()).toBe(0)
})

test('an entry of long ago whose document goes away is found by the rolling pass', async () => {
  await openPlace(9)
  await foundBy(20, 9)
  await database.pool.query('DELETE FROM location WHERE id = 9')
  for (let runs = 0; runs < 3; runs += 1) {
    // So that no entry is new to any of these runs.
    await database.pool.query(`UPDATE ledger_check SET checked_until = clock_timestamp() + interval '1 hour'`)
    await run(2)
  }
  expect(toldOfCauses().slice(1)).toEqual([
    { kind: 'cause', recordId: 20, what: 'its entries name 1 of kind safety-rule that are not there, as 9' },
  ])
})

test('what was missed while nobody checked comes in pieces of minutes, oldest first, and nothing of it is left out', async () => {
  const behind = async (): Promise<number> => {
    const { rows } = await database.pool.query<{ minutes: number }>(
      `SELECT round(extract(epoch FROM clock_timestamp() - checked_until) / 60)::int AS minutes FROM ledger_check`,
    )
    return rows[0]?.minutes ?? 0
  }
  const openFindings = async () => (await readLedgerHealth(database.pool)).openByKind.cause ?? 0
  await foundBy(10, 77)
  await database.pool.query(
    `UPDATE ledger_check SET checked_until = clock_timestamp() - interval '22 minutes', after_variant_id = 3`,
  )
  const before = await openFindings()
  await run(1)
  expect([await behind(), await openFindings()]).toEqual([12, before])
  await run(1)
  expect([await behind(), await openFindings()]).toEqual([2, before])
  await run(1)
  expect([await behind(), await openFindings()]).toEqual([0, before + 1])
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

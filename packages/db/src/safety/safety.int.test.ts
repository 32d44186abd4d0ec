import { DEFAULT_HOLD_POLICY, keptBack } from '@selvedge/core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createAlertDesk } from '../alerts/alert-desk'
import { evaluateAlerts } from '../alerts/evaluate-alerts'
import { createStockEngine, type PgStockEngine } from '../inventory/stock-engine'
import { verifyLedger } from '../inventory/verify'
import { createTestDatabase, insertStock, type TestDatabase } from '../testing/index'
import { markReported } from './mark-reported'
import { EVERYTHING, reconcileSafety } from './reconcile-safety'
import { createSafetyDesk } from './safety-desk'
import { createSafetyOverrides } from './safety-overrides'
import { createSafetySweep } from './safety-sweep'

let database: TestDatabase
let engine: PgStockEngine
const origin = { actor: 'staff:test', correlationId: 'safety-test' }
const MINUTES = 60_000

// Records 10 and 20 lie at place 1, records 11 and 21 at place 2, a supplier's shelf.
beforeAll(async () => {
  database = await createTestDatabase()
  await insertStock(database.pool, { variantId: 1, units: [9, 5] })
  await insertStock(database.pool, { variantId: 2, units: [3, 4] })
  await database.pool.query("UPDATE location SET kind = 'supplier' WHERE id = 2")
  await database.pool.query(
    `INSERT INTO channel (code, name, currency, hold_policy, tax_rate_bp) VALUES ('eu', 'Europe', 'EUR', $1, 2100)`,
    [DEFAULT_HOLD_POLICY],
  )
  engine = createStockEngine({ pool: database.pool })
})
afterAll(async () => {
  await engine.close()
  await database.drop()
})

const desk = () => createSafetyDesk({ pool: database.pool, engine })
const kept = async (): Promise<Record<number, number>> => {
  const { rows } = await database.pool.query<{ record_id: number; safety_stock: number }>(
    'SELECT record_id, safety_stock FROM stock_level',
  )
  return Object.fromEntries(rows.map((row) => [row.record_id, row.safety_stock]))
}
const reported = (recordId: number, minutesAgo: number) =>
  markReported(database.pool, [{ recordId, at: new Date(Date.now() - minutesAgo * MINUTES) }])

test('a rule counts for every record of its place at once, and is told in their ledgers', async () => {
  expect(await desk().save(origin, { locationId: 1, units: 2 })).toMatchObject({
    ok: true,
    value: { place: { units: 2, records: 2 }, before: { units: 0 } },
  })
  expect(await kept()).toEqual({ 10: 2, 20: 2, 11: 0, 21: 0 })
  const { rows } = await database.pool.query(
    "SELECT record_id, quantity, actor, reason FROM inventory_event WHERE type = 'SafetyStockSet' ORDER BY record_id",
  )
  expect(rows).toEqual(
    [10, 20].map((record_id) => ({ record_id, quantity: 2, actor: origin.actor, reason: 'rule of the place' })),
  )
  expect(await reconcileSafety(engine, origin, EVERYTHING)).toBe(0)
  expect(await desk().save(origin, { locationId: 99, units: 2 })).toMatchObject({
    ok: false,
    error: { code: 'UNKNOWN_LOCATION' },
  })
})

test('a number set for one record stands when the rule changes, until the place follows its rule again', async () => {
  const own = { origin, cause: { type: 'adjustment', id: 'b' }, reason: 'sample', recordId: 10, variantId: 1 } as const
  expect(await createSafetyOverrides({ engine }).set({ ...own, units: 5 })).toBe(true)
  expect(await createSafetyOverrides({ engine }).set({ ...own, recordId: 999, units: 5 })).toBe(false)
  await desk().save(origin, { locationId: 1, units: 1 })
  expect(await kept()).toMatchObject({ 10: 5, 20: 1 })
  expect(await desk().followRule(origin, 1)).toMatchObject({
    ok: true,
    value: { place: { overrides: 0 }, before: { overrides: 1 } },
  })
  expect(await kept()).toMatchObject({ 10: 1, 20: 1 })
})

test('what a supplier has not reported lately is off sale, and back with the next report', async () => {
  await reported(11, 10)
  await reported(10, 10) // no supplier's shelf: needs no report
  const saved = await desk().save(origin, { locationId: 2, units: 0, staleAfterMinutes: 60 })
  expect(saved).toMatchObject({
    ok: true,
    value: { place: { stale: 1, staleAfterMinutes: 60, lastReportAt: expect.any(Date) } },
  })
  expect(await kept()).toMatchObject({ 11: 0, 21: 4 })
  const alerts = async () => {
    await evaluateAlerts(database.pool, 'quick')
    return createAlertDesk(database).list({ state: 'open', kind: 'stale-feed', limit: 5 })
  }
  expect(await alerts()).toMatchObject([
    { severity: 'notice', facts: [{}, {}, { value: '1 of 2 records' }], link: '/admin/allocation' },
  ])
  const hold = {
    kind: 'hold',
    purpose: 'bag',
    origin,
    holder: { cartId: '00000000-0000-4000-8000-000000000001' },
    policy: { ...DEFAULT_HOLD_POLICY, holderSharePerMille: 1_000 },
    lines: [{ reservationId: '00000000-0000-4000-8000-000000000002', variantId: 2, units: 3 }],
  } as const
  expect(await engine.execute(hold)).toMatchObject({ ok: false })

  await reported(21, 0)
  await reported(21, 500) // late: an old report takes nothing back
  expect(await reconcileSafety(engine, origin, EVERYTHING)).toBe(1)
  expect(await kept()).toMatchObject({ 21: 0 })
  expect(await alerts()).toEqual([])

  expect(await engine.execute(hold)).toMatchObject({ ok: true })
  expect(await verifyLedger(database.pool)).toEqual([])
})

test('the database keeps back what the pure rule says', async () => {
  await database.pool.query('UPDATE inventory_record SET safety_override = 7 WHERE id = 11')
  await database.pool.query("UPDATE inventory_record SET reported_at = now() - interval '2 hours' WHERE id = 21")
  await reconcileSafety(engine, origin, EVERYTHING)
  const { rows } = await database.pool.query<{
    record_id: number
    on_hand: number
    safety_stock: number
    safety_override: number | null
    minutes: number | null
    units: number
    stale_after_minutes: number | null
  }>(
    `SELECT l.record_id, l.on_hand, l.safety_stock, r.safety_override, p.units, p.stale_after_minutes,
       extract(epoch FROM now() - r.reported_at)::float8 / 60 AS minutes
     FROM stock_level l JOIN inventory_record r ON r.id = l.record_id JOIN safety_policy p ON p.location_id = l.location_id`,
  )
  expect(rows).toHaveLength(4)
  for (const row of rows) {
    const facts = {
      placeUnits: row.units,
      onHand: row.on_hand,
      ...(row.safety_override === null ? {} : { override: row.safety_override }),
      ...(row.stale_after_minutes === null ? {} : { staleAfterMinutes: row.stale_after_minutes }),
      ...(row.minutes === null ? {} : { reportedMinutesAgo: row.minutes }),
    }
    expect([row.record_id, row.safety_stock]).toEqual([row.record_id, keptBack(facts)])
  }
})

test('a look between two comparisons of everything sees a silent supplier and a new record; what was left behind waits for the next one', async () => {
  const { pool } = database
  let nowMs = 0
  const sweep = createSafetySweep({ pool, engine, nowMs: () => nowMs })
  await desk().save(origin, { locationId: 1, units: 1 })
  await reported(11, 0)
  await reported(21, 0)
  expect(await sweep()).toBe(1)

  await pool.query("UPDATE inventory_record SET reported_at = now() - interval '2 hours' WHERE id = 21")
  await insertStock(pool, { variantId: 3, units: [6] })
  // As a process leaves it that dies between a rule and its records.
  await pool.query('UPDATE safety_policy SET units = 2 WHERE location_id = 1')
  expect(await sweep()).toBe(2)
  expect(await kept()).toMatchObject({ 20: 1, 21: 4, 30: 2 })
  expect(await sweep()).toBe(0)

  nowMs = 300_000
  expect(await sweep()).toBeGreaterThan(0)
  expect(await kept()).toMatchObject({ 20: 2, 21: 4, 30: 2 })
  expect(await sweep()).toBe(0)
  expect(await verifyLedger(pool)).toEqual([])
})

import { ALERT_KINDS, type AlertCause, type AlertKind } from '@selvedge/core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createAlertDesk } from '../alerts/alert-desk'
import { alertKindsOf, evaluateAlerts } from '../alerts/evaluate-alerts'
import { reconcileAlerts } from '../alerts/reconcile-alerts'
import { inTransaction } from '../inventory/in-transaction'
import { seedDatabase } from '../seed/seed-database'
import { createTestDatabase, type TestDatabase } from '../testing/index'
import { forecastShop } from './forecast-shop'
import { forecastWhenDue } from './forecast-when-due'
import { createPlanningDesk } from './planning-desk'

let database: TestDatabase
const origin = { actor: 'staff:test', correlationId: 'planning-test' }

beforeAll(async () => {
  database = await createTestDatabase()
  await seedDatabase(database.pool, { products: 60, seed: 7 })
  await forecastShop(database.pool)
})
afterAll(() => database.drop())

const planning = () => createPlanningDesk(database)
const alerts = () => createAlertDesk(database)

test('every SKU on sale has a forecast, and making it anew changes nothing but the moment', async () => {
  const { pool } = database
  const count = async () =>
    (await pool.query<{ n: number }>('SELECT count(*)::int AS n FROM demand_forecast')).rows[0]?.n
  const before = await planning().list({ limit: 50 })
  const skus = await count()
  expect((await forecastShop(pool)).skus).toBe(skus)
  const again = await planning().list({ limit: 50 })
  const timeless = (rows: typeof before) => rows.map(({ madeAt: _, ...row }) => row)
  expect(timeless(again)).toEqual(timeless(before))
  expect(before.length).toBe(50)
})

test('a forecast that is young enough is left, and of two who find it due one makes it', async () => {
  const { pool } = database
  expect(await forecastWhenDue(pool, 3_600_000)).toBeUndefined()
  await pool.query('DELETE FROM demand_forecast')
  const runs = await Promise.all([forecastWhenDue(pool, 3_600_000), forecastWhenDue(pool, 3_600_000)])
  expect(runs.filter((run) => run !== undefined)).toHaveLength(1)
})

test('the list is by the day of running out; each row carries its past, its weeks and their interval', async () => {
  const rows = await planning().list({ limit: 20 })
  const days = rows.flatMap((row) => row.stockOutOn ?? [])
  expect(days.length).toBeGreaterThan(3)
  expect(days).toEqual([...days].sort())
  for (const row of rows) {
    expect(row.history.length).toBeGreaterThan(0)
    expect([row.weekly.length, row.low.length, row.high.length]).toEqual([13, 13, 13])
    for (const [nth, low] of row.low.entries()) expect(row.high[nth]).toBeGreaterThanOrEqual(low)
  }
  const first = rows[0]
  if (!first) throw new Error('no forecast')
  expect(await planning().detail(first.sku)).toMatchObject({ sku: first.sku, supplier: expect.any(String) })
  expect(await planning().detail('NO-SUCH')).toBeUndefined()
  expect(await planning().list({ find: '100%_', limit: 5 })).toEqual([])
})

test('an order that is suggested becomes a draft once: who asks again finds it on its way', async () => {
  const [suggestion] = await planning().suggestions()
  if (!suggestion) throw new Error('nothing to order')
  expect(suggestion.units).toBe(suggestion.lines.reduce((sum, line) => sum + line.units, 0))
  const answers = await Promise.all([
    planning().draftSuggested(suggestion.supplierId, origin),
    planning().draftSuggested(suggestion.supplierId, origin),
  ])
  const drafted = answers.filter((answer) => answer.ok)
  expect(drafted).toHaveLength(1)
  expect(answers.find((answer) => !answer.ok)).toMatchObject({ error: { code: 'NOTHING_TO_ORDER' } })
  const number = drafted[0]?.ok ? drafted[0].value.number : ''
  const { rows } = await database.pool.query<{ units: number }>(
    `SELECT sum(l.ordered)::int AS units FROM purchase_order o JOIN purchase_order_line l ON l.purchase_order_id = o.id
    WHERE o.number = $1 AND o.state = 'draft'`,
    [number],
  )
  expect(rows[0]?.units).toBe(suggestion.units)
})

test('the late shipment of the demo shop is told, once however often it is looked at', async () => {
  const first = await evaluateAlerts(database.pool, 'quick')
  expect(first.raised).toBeGreaterThan(0)
  expect(await evaluateAlerts(database.pool, 'quick')).toEqual({ raised: 0, refreshed: first.raised, resolved: 0 })
  const late = await alerts().list({ state: 'open', kind: 'late-shipment', limit: 10 })
  expect(late[0]?.facts.map((fact) => fact.label)).toContain('Expected')
  await database.pool.query(
    `UPDATE inbound_shipment SET expected_on = current_date + 9 WHERE expected_on < current_date`,
  )
  expect((await evaluateAlerts(database.pool, 'quick')).resolved).toBeGreaterThan(0)
  expect(await alerts().list({ state: 'open', kind: 'late-shipment', limit: 10 })).toEqual([])
})

test('every kind of alert is looked at, at one pace; a look at one pace leaves the alerts of the other alone', async () => {
  expect([...alertKindsOf('quick'), ...alertKindsOf('slow')].sort()).toEqual([...ALERT_KINDS].sort())
  const planted = (kind: AlertKind): AlertCause => ({
    kind,
    dedupeKey: `${kind}/planted`,
    severity: 'warning',
    subject: 'A cause that is gone',
    facts: [],
    link: '/admin',
  })
  const kinds = ['shrinkage', 'stale-feed'] as const
  await inTransaction(database.pool, (client) => reconcileAlerts(client, kinds, kinds.map(planted)))
  const open = async () => {
    const { rows } = await database.pool.query<{ kind: string }>(
      `SELECT kind FROM alert WHERE dedupe_key LIKE '%/planted' AND state = 'open' ORDER BY kind`,
    )
    return rows.map(({ kind }) => kind)
  }
  expect(await open()).toEqual(['shrinkage', 'stale-feed'])
  await evaluateAlerts(database.pool, 'quick')
  expect(await open()).toEqual(['shrinkage'])
  await evaluateAlerts(database.pool, 'slow')
  expect(await open()).toEqual([])
})

test('acknowledged stays so while the cause does; gone it is resolved, back it is raised anew; an unknown one changes nothing', async () => {
  const cause: AlertCause = {
    kind: 'shrinkage',
    dedupeKey: 'shrinkage/test',
    severity: 'warning',
    subject: 'A shelf',
    facts: [],
    link: '/admin/counts',
  }
  const evaluate = (causes: readonly AlertCause[]) =>
    inTransaction(database.pool, (client) => reconcileAlerts(client, ['shrinkage'], causes))
  const of = async (state: 'open' | 'acknowledged' | 'resolved') =>
    (await alerts().list({ state, kind: 'shrinkage', limit: 5 }))[0]
  await evaluate([cause])
  const id = (await of('open'))?.id ?? 0
  const unknown = await alerts().acknowledge({ ids: [id, 999_999] }, 'Maren')
  expect(unknown).toEqual({ ok: false, error: { code: 'ALERT_NOT_FOUND', alertId: 999_999 } })
  expect((await of('open'))?.id).toBe(id)
  await alerts().acknowledge({ ids: [id], note: 'counting tonight' }, 'Maren')
  await evaluate([cause])
  expect(await of('acknowledged')).toMatchObject({ id, acknowledgedBy: 'Maren', note: 'counting tonight', times: 1 })
  await evaluate([])
  expect(await of('resolved')).toMatchObject({ id })
  await evaluate([cause])
  const back = await of('open')
  expect(back).toMatchObject({ id, times: 2 })
  expect(back?.acknowledgedBy).toBeUndefined()
})

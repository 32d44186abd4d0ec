import { randomUUID } from 'node:crypto'
import { createSupplyDesk, createSupplyReader, verifyLedger } from '@selvedge/db'
import { createTestDatabase, insertStock, type TestDatabase } from '@selvedge/db/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openShop, orderFor, origin, type Shop, shopperOf, totalOf } from '../checkout/open-shop'
import { type FileSteps, fileSteps } from './file-steps'
import { killedWhileApplying } from './killed-while-applying'

const HEADER = 'supplier,reference,sku,location,units,expected_on,presale,purchase_order'
const MANY = 400
let database: TestDatabase
let shop: Shop
let steps: FileSteps
const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
const DAY = inDays(10)
const desk = () => createSupplyDesk({ pool: shop.pool, engine: shop.stock })
const reader = () => createSupplyReader(shop)

beforeAll(async () => {
  database = await createTestDatabase()
  for (const variantId of [1, 2, 3]) await insertStock(database.pool, { variantId, units: [0, 0] })
  // Records of pieces that never were here are made behind those that were.
  await database.pool.query(`SELECT setval(pg_get_serial_sequence('inventory_record', 'id'), 1000)`)
  await database.pool.query(
    `INSERT INTO variant (id, product_id, sku, colour, size, size_order, price_minor, currency, weight_grams)
       SELECT 1000 + n, 1, 'MANY-' || n, 'c' || n, 'M', 1, 100, 'EUR', 1 FROM generate_series(1, $1) n`,
    [MANY],
  )
  shop = openShop(database.url, { policy: { holderSharePerMille: 1_000, heatPerMille: 1_000 } })
  steps = fileSteps(database, shop.stock)
  for (const code of ['MILL', 'DYER'])
    await desk().addSupplier({ code, name: code, email: 'm@example.org', country: 'PT', leadDays: 30 })
})
afterAll(async () => {
  await shop.close()
  await database.drop()
})

const checked = (...rows: string[]) => steps.checked('shipments', `${[HEADER, ...rows].join('\n')}\n`)
const onTheirWay = async () => {
  const open = await reader().shipments({ open: true })
  return await Promise.all(open.map(({ number }) => reader().shipment(number)))
}
const announced = async (reference: string) =>
  (await onTheirWay()).filter((shipment) => shipment?.reference === reference)
const sentOrder = async (sku: string): Promise<string> => {
  const order = await desk().draftOrder(
    { draftId: randomUUID(), supplierId: 1, locationId: 1, lines: [{ sku, units: 9 }] },
    origin,
  )
  if (!order.ok) throw new Error(order.error.code)
  await desk().moveOrder({ number: order.value.number, to: 'sent' })
  return order.value.number
}
const told = async (fileId: string) => {
  const problems = await steps.desk.problems(fileId, { afterNo: 0, limit: 100 })
  return [...problems].sort((a, b) => a.line - b.line).map(({ line, column, name, code }) => [line, column, name, code])
}

test('a file is read whole and announces nothing; applied, a reference is one shipment, as if typed into the form', async () => {
  const order = await sentOrder('SKU-1')
  const job = await checked(
    `MILL,A-1,SKU-1,L1,5,${DAY},yes,${order}`,
    `DYER,A-1,SKU-1,L1,2,${DAY},no,`,
    `MILL,A-1,SKU-2,L1,3,${DAY},,${order}`,
  )
  expect(job).toMatchObject({ state: 'ready', rows: 3, goodRows: 3, badRows: 0 })
  expect(await onTheirWay()).toEqual([])
  expect(await steps.applied(job.id)).toMatchObject({ state: 'done', doneRows: 3, changedRows: 3 })
  expect(await announced('A-1')).toMatchObject([
    {
      supplier: 'MILL',
      expectedOn: DAY,
      purchaseOrder: order,
      units: 8,
      events: [{ type: 'announced', actor: 'staff:a' }],
      lines: [
        { sku: 'SKU-1', expected: 5, presale: true },
        { sku: 'SKU-2', expected: 3, presale: false },
      ],
    },
    { supplier: 'DYER', units: 2 },
  ])
  // What may be sold ahead is what came for presale, and not a unit more.
  const { rows } = await shop.pool.query('SELECT oversell_cap FROM stock_level WHERE record_id IN (10, 20) ORDER BY 1')
  expect(rows).toEqual([{ oversell_cap: 0 }, { oversell_cap: 5 }])
  expect(await verifyLedger(shop.pool)).toEqual([])
})

test('a file with an earlier shipment moves the day of an order that waits', async () => {
  const late = { supplierId: 1, locationId: 1, expectedOn: inDays(40) }
  await desk().announce(
    { ...late, announcementId: randomUUID(), lines: [{ sku: 'SKU-3', units: 1, presale: true }] },
    origin,
  )
  const cartId = randomUUID()
  const put = { requestId: randomUUID(), sku: 'SKU-3', quantity: 1, allowFuture: true }
  expect(await shop.bag.add(shopperOf(cartId), put)).toMatchObject({ ok: true })
  const placed = await shop.checkout.place({ cartId, origin }, orderFor(1, { expectedTotalMinor: totalOf(1) }))
  if (!placed.ok) throw new Error(placed.error.code)
  expect(placed.value.order.lines[0]).toMatchObject({ shipBy: inDays(41) })
  const job = await checked(`MILL,EARLY,SKU-3,L1,1,${DAY},no,`)
  await steps.applied(job.id)
  const { rows } = await shop.pool.query(
    `SELECT to_char(ship_by, 'YYYY-MM-DD') AS day FROM order_line WHERE order_id = $1`,
    [placed.value.order.orderId],
  )
  expect(rows).toEqual([{ day: inDays(11) }])
})

test('what is wrong is told by line and column, and blocks the file unless those rows are skipped', async () => {
  const draft = await desk().draftOrder(
    { draftId: randomUUID(), supplierId: 1, locationId: 1, lines: [{ sku: 'SKU-1', units: 1 }] },
    origin,
  )
  if (!draft.ok) throw new Error(draft.error.code)
  const sent = await sentOrder('SKU-1')
  const job = await checked(
    `MILL,B-1,SKU-1,L1,5,${DAY},yes,`,
    `NOBODY,B-2,NO-SUCH,L9,5,${DAY},,`,
    `MILL,B-3,SKU-1,L1,5,${inDays(-1)},,`,
    `MILL,B-4,SKU-1,L1,0,${DAY},,`,
    `MILL,B-1,SKU-1,L1,7,${DAY},,`,
    `MILL,B-1,SKU-2,L1,7,${inDays(12)},,`,
    `MILL,A-1,SKU-2,L1,7,${DAY},,`,
    `MILL,B-5,SKU-1,L1,5,${DAY},,PO-0`,
    `MILL,B-6,SKU-1,L1,5,${DAY},,${draft.value.number}`,
    `DYER,B-7,SKU-1,L1,5,${DAY},,${sent}`,
    `MILL,=B8,SKU-1,L1,5,${DAY},maybe,`,
    `MILL,B-9,SKU-1,L1,5`,
  )
  expect(job).toMatchObject({ state: 'ready', rows: 12, goodRows: 1, badRows: 11 })
  expect(await told(job.id)).toEqual([
    [3, 1, 'supplier', 'UNKNOWN_SUPPLIER'],
    [3, 12, 'sku', 'UNKNOWN_SKU'],
    [3, 20, 'location', 'UNKNOWN_LOCATION'],
    [4, 21, 'expected_on', 'IN_THE_PAST'],
    [5, 19, 'units', 'OUT_OF_RANGE'],
    [6, 10, 'sku', 'REPEATED'],
    [7, 21, 'expected_on', 'DIFFERS'],
    [8, 6, 'reference', 'ALREADY_ANNOUNCED'],
    [9, 33, 'purchase_order', 'UNKNOWN_PURCHASE_ORDER'],
    [10, 33, 'purchase_order', 'PURCHASE_ORDER_NOT_OPEN'],
    [11, 33, 'purchase_order', 'OTHER_SUPPLIER'],
    [12, 6, 'reference', 'FORMULA'],
    [12, 32, 'presale', 'NOT_YES_OR_NO'],
    [13, 19, undefined, 'CELLS_MISSING'],
  ])
  const blocked = await steps.desk.apply(job.id, false)
  expect(blocked).toMatchObject({ ok: false, error: { code: 'FILE_HAS_BAD_ROWS', badRows: 11 } })
  expect(await announced('B-1')).toEqual([])
  expect(await steps.applied(job.id, true)).toMatchObject({ state: 'done', doneRows: 1, changedRows: 1 })
  expect(await announced('B-1')).toMatchObject([{ units: 5 }])
})

test('what was announced between check and apply is told of and not announced twice; the others are', async () => {
  const job = await checked(
    `MILL,C-1,SKU-1,L1,5,${DAY},,`,
    `MILL,C-1,SKU-2,L1,5,${DAY},,`,
    `MILL,C-2,SKU-2,L1,4,${DAY},,`,
  )
  const byHand = { supplierId: 1, locationId: 1, expectedOn: DAY, reference: 'C-1' }
  await desk().announce(
    { ...byHand, announcementId: randomUUID(), lines: [{ sku: 'SKU-1', units: 5, presale: false }] },
    origin,
  )
  expect(await steps.applied(job.id)).toMatchObject({ state: 'done', doneRows: 1, changedRows: 1, badRows: 2 })
  expect(await told(job.id)).toMatchObject([
    [2, 6, 'reference', 'ALREADY_ANNOUNCED'],
    [3, 6, 'reference', 'ALREADY_ANNOUNCED'],
  ])
  expect(await announced('C-1')).toHaveLength(1)
  expect(await announced('C-2')).toMatchObject([{ units: 4 }])
  // The form hears the same.
  const again = await desk().announce(
    { ...byHand, announcementId: randomUUID(), lines: [{ sku: 'SKU-2', units: 1, presale: false }] },
    origin,
  )
  expect(again).toMatchObject({ ok: false, error: { code: 'SHIPMENT_REFERENCE_TAKEN', reference: 'C-1' } })
})

test('a file applied twice, and two files with one reference at once, announce once', async () => {
  const rows = [`MILL,D-1,SKU-1,L1,5,${DAY},,`, `MILL,D-2,SKU-1,L1,6,${DAY},,`]
  const [job, twin] = [await checked(...rows), await checked(...rows)]
  await Promise.all([steps.applied(job.id), steps.applied(twin.id)])
  expect(await announced('D-1')).toHaveLength(1)
  // As if the cursor had been lost with a backup: the ids of the rows know better.
  await shop.pool.query(`UPDATE file_job SET state = 'applying', cursor = 0, done_rows = 0 WHERE id = $1`, [job.id])
  const changed = (await steps.jobOf(job.id)).changedRows
  while ((await steps.work.advance(job.id, 10_000)) === 'again');
  expect((await steps.jobOf(job.id)).changedRows).toBe(changed)
  expect([...(await announced('D-1')), ...(await announced('D-2'))]).toMatchObject([{ units: 5 }, { units: 6 }])
})

test('killed in the middle a file goes on where it was, every shipment announced once with all of its lines', async () => {
  const rows = Array.from({ length: MANY }, (_, n) =>
    [0, 1, 2].map((k) => `MILL,K-${n % 250},MANY-${((n + k * 131) % MANY) + 1},L1,2,${DAY},yes,`),
  )
  const job = await checked(...new Set(rows.flat()))
  expect(job).toMatchObject({ state: 'ready', badRows: 0 })
  expect(await steps.desk.apply(job.id, false)).toMatchObject({ ok: true })
  await killedWhileApplying(steps, database.url, job.id)
  expect(await steps.work.atWork(10)).toContain(job.id)
  while ((await steps.work.advance(job.id, 10_000)) === 'again');
  const done = await steps.jobOf(job.id)
  expect(done).toMatchObject({ state: 'done', doneRows: job.goodRows, changedRows: job.goodRows, badRows: 0 })
  const { rows: sums } = await shop.pool.query(
    `SELECT count(DISTINCT s.id)::int AS shipments, count(*)::int AS lines FROM inbound_shipment s
       JOIN inbound_shipment_line l ON l.shipment_id = s.id WHERE s.reference LIKE 'K-%'`,
  )
  expect(sums[0]).toEqual({ shipments: 250, lines: job.goodRows })
  const { rows: caps } = await shop.pool.query(
    'SELECT sum(oversell_cap)::int AS cap FROM stock_level l JOIN variant v ON v.id = l.variant_id WHERE v.sku LIKE $1',
    ['MANY-%'],
  )
  expect(caps[0]).toEqual({ cap: 2 * job.goodRows })
  expect(await verifyLedger(shop.pool)).toEqual([])
})

test('what is on its way can be written out with what is still to come, and no cell of it is a formula', async () => {
  const line = { sku: 'SKU-2', units: 4, presale: true }
  const evil = { supplierId: 2, locationId: 2, expectedOn: DAY, reference: '=cmd|calc', lines: [line] }
  const made = await desk().announce({ ...evil, announcementId: randomUUID() }, origin)
  if (!made.ok) throw new Error(made.error.code)
  const { number } = made.value
  const lineId = (await reader().shipment(number))?.lines[0]?.lineId ?? 0
  const lines = [{ lineId, received: 1, damaged: 1, closes: false }]
  await desk().receive({ receiptId: randomUUID(), number, lines }, origin)
  const text = Buffer.concat(await steps.exported('shipments')).toString('utf8')
  const written = text.split('\r\n').find((one) => one.startsWith(number))
  expect(written).toBe(
    `${number},part_received,DYER,,'=cmd|calc,SKU-2,L2,Product,black,M,4,${DAY},yes,1,1,2,0`.replace(
      "'=cmd|calc",
      `"'=cmd|calc"`,
    ),
  )
  const here = Buffer.concat(await steps.exported('shipments', 'L1')).toString('utf8')
  expect(here).not.toContain(`${number},`)
  expect(here).toContain('A-1,SKU-1,L1')
  // Its own columns are known: brought in again it is told that it is announced, and changes nothing.
  const again = await steps.checked('shipments', here)
  expect(again).toMatchObject({ state: 'ready', goodRows: 0 })
})

import { randomUUID } from 'node:crypto'
import { createCountDesk, createStockEngine, verifyLedger } from '@selvedge/db'
import { createTestDatabase, insertStock, type TestDatabase } from '@selvedge/db/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FileSteps, fileSteps } from './file-steps'
import { killedWhileApplying } from './killed-while-applying'

const ORIGIN = { actor: 'staff:a', correlationId: 'trail' }
const ROWS = 3_000
let database: TestDatabase
let engine: ReturnType<typeof createStockEngine>
let steps: FileSteps

beforeAll(async () => {
  database = await createTestDatabase()
  const { pool } = database
  await insertStock(pool, { variantId: 1, units: [10, 10] })
  await insertStock(pool, { variantId: 2, units: [10, 10] })
  // Many records of one product, for a file worth interrupting.
  await pool.query(
    `INSERT INTO variant (id, product_id, sku, colour, size, size_order, price_minor, currency, weight_grams)
       SELECT 1000 + n, 1, 'MANY-' || n, 'c' || n, 'M', 1, 100, 'EUR', 1 FROM generate_series(1, $1) n`,
    [ROWS],
  )
  await pool.query(
    'INSERT INTO inventory_record (id, variant_id, location_id) SELECT 100000 + n, 1000 + n, 1 FROM generate_series(1, $1) n',
    [ROWS],
  )
  await pool.query(
    `INSERT INTO stock_level (record_id, variant_id, location_id, version, on_hand, reserved, allocated, unavailable, short, oversell_cap, safety_stock)
       SELECT 100000 + n, 1000 + n, 1, 0, 0, 0, 0, 0, 0, 0, 0 FROM generate_series(1, $1) n`,
    [ROWS],
  )
  engine = createStockEngine({ pool })
  steps = fileSteps(database, engine)
})
afterAll(async () => {
  await engine.close()
  await database.drop()
})

const onHand = async (recordId: number): Promise<number> => {
  const { rows } = await database.pool.query('SELECT on_hand FROM stock_level WHERE record_id = $1', [recordId])
  return rows[0]?.on_hand
}
const ledger = async (): Promise<number> => {
  const { rows } = await database.pool.query('SELECT count(*)::int AS entries FROM inventory_event')
  return rows[0]?.entries
}
const utf16 = (text: string): Uint8Array => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])

test('a file is checked whole and changes nothing, then applied and changes what it says', async () => {
  const before = await ledger()
  const job = await steps.checked('stock', 'sku;location;on_hand;safety_stock\r\nSKU-1;L1;7;2\r\nSKU-1;L2;10;\r\n')
  expect(job).toMatchObject({ state: 'ready', rows: 2, goodRows: 2, badRows: 0, delimiter: ';', encoding: 'utf-8' })
  expect(await ledger()).toBe(before)
  expect(await steps.applied(job.id)).toMatchObject({ state: 'done', doneRows: 2, changedRows: 1 })
  expect([await onHand(10), await onHand(11)]).toEqual([7, 10])
  const { rows } = await database.pool.query(
    `SELECT type, quantity, cause_type, actor FROM inventory_event WHERE record_id = 10 ORDER BY version OFFSET 1`,
  )
  expect(rows).toEqual([
    { type: 'Counted', quantity: -3, cause_type: 'import-row', actor: 'staff:a' },
    { type: 'SafetyStockSet', quantity: 2, cause_type: 'import-row', actor: 'staff:a' },
  ])
})

test.each([
  ['UTF-8 with a mark', Buffer.from('\uFEFFsku,location,counted\nSKU-2,L1,9\n', 'utf8'), 'utf-8'],
  ['UTF-16', utf16('sku\tlocation\tcounted\r\nSKU-2\tL1\t9\r\n'), 'utf-16le'],
  [
    'Windows-1252',
    Buffer.from('sku,location,counted,note\nSKU-2,L1,9,gezählt im Geschäft\n', 'latin1'),
    'windows-1252',
  ],
])('a file in %s is read', async (_name, bytes, encoding) => {
  const job = await steps.checked('counts', bytes)
  expect(job).toMatchObject({ state: 'ready', goodRows: 1, badRows: 0, encoding })
  await steps.desk.drop(job.id)
})

test('what is no text or cannot be read for sure is refused at upload, and none of it is kept', async () => {
  const refusals = [
    await steps.upload('stock'),
    await steps.upload('stock', Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0, 8, 1, 2])),
    await steps.upload('stock', 'sku,location,on_hand\n', Uint8Array.from([0x41, 0x81, 0x0a])),
  ]
  expect(refusals.map((answer) => (answer.ok ? 'taken' : answer.error))).toMatchObject([
    { refusal: { code: 'EMPTY' } },
    { refusal: { code: 'NOT_TEXT' } },
    { refusal: { code: 'UNKNOWN_ENCODING' } },
  ])
  const { rows } = await database.pool.query(
    `SELECT count(*)::int AS kept FROM file_chunk c JOIN file_job j ON j.id = c.job_id WHERE j.state = 'dropped'`,
  )
  expect(rows[0]?.kept).toBe(0)
})

test('ten million rows are refused as soon as there are too many, long before they are all sent', async () => {
  let sent = 0
  async function* endless(): AsyncGenerator<Uint8Array> {
    yield Buffer.from('sku,location,on_hand\n')
    const block = Buffer.from('A,B,1\n'.repeat(1_000))
    for (; sent < 10_000; sent++) yield block
  }
  const answer = await steps.desk.upload({ kind: 'stock', name: 'huge.csv', bytes: endless() }, ORIGIN)
  expect(answer).toMatchObject({ ok: false, error: { refusal: { code: 'TOO_MANY_ROWS', limit: 10_000 } } })
  expect(sent).toBeLessThan(20)
  const large = await steps.upload('stock', ...Array.from({ length: 30 }, () => 'x'.repeat(100_000)))
  expect(large).toMatchObject({ ok: false, error: { refusal: { code: 'TOO_LARGE' } } })
})

test('rows that are not right are told by line and column, and block the file unless they are skipped', async () => {
  const job = await steps.checked(
    'counts',
    [
      'sku,location,counted,note',
      'SKU-2,L1,4,good',
      'NO-SUCH,L1,4,',
      'SKU-2,NOWHERE,4,',
      'SKU-2,L2,four,',
      'SKU-2,L2,-1,',
      'SKU-2,L2,4,=cmd|calc',
      'SKU-2,L2,99999999999,',
      'MANY-1,L2,4,',
      'SKU-2,L1,5,again',
      'SKU-2,L2',
      'SKU-2,"L2,4,open',
    ].join('\n'),
  )
  expect(job).toMatchObject({ state: 'ready', rows: 11, goodRows: 1, badRows: 10 })
  const problems = await steps.desk.problems(job.id, { afterNo: 0, limit: 100 })
  expect([...problems].sort((a, b) => a.line - b.line).map(({ line, code }) => [line, code])).toEqual([
    [3, 'UNKNOWN_SKU'],
    [4, 'UNKNOWN_LOCATION'],
    [5, 'NOT_A_NUMBER'],
    [6, 'OUT_OF_RANGE'],
    [7, 'FORMULA'],
    [8, 'OUT_OF_RANGE'],
    [9, 'NEVER_STOCKED'],
    [10, 'REPEATED'],
    [11, 'CELLS_MISSING'],
    [12, 'OPEN_QUOTE'],
  ])
  expect(await steps.desk.apply(job.id, false)).toMatchObject({
    ok: false,
    error: { code: 'FILE_HAS_BAD_ROWS', badRows: 10 },
  })
  expect(await onHand(20)).toBe(10)
  expect(await steps.applied(job.id, true)).toMatchObject({ state: 'done', doneRows: 1 })
  expect(await onHand(20)).toBe(4)
  const list = await steps.desk.download(job.id, 'problems')
  if (!list.ok) throw new Error('no list')
  const text: string[] = []
  for await (const piece of list.value.pieces) text.push(Buffer.from(piece).toString('utf8'))
  expect(text.join('')).toContain("'=cmd|calc")
})

test('a header that does not fit is refused with its columns', async () => {
  expect(await steps.checked('stock', 'sku,location\nSKU-1,L1\n')).toMatchObject({
    state: 'refused',
    refusal: { code: 'HEADER_MISSING', columns: ['on_hand'] },
  })
})

test('a count taken before a sale that is in the books already does not undo the sale', async () => {
  const countedAt = new Date(Date.now() - 1_000).toISOString()
  const sale = await engine.execute({
    kind: 'observe',
    origin: ORIGIN,
    observations: [{ recordId: 21, variantId: 2, type: 'SoldAtTill', quantity: 3 }],
  })
  expect(sale.ok).toBe(true)
  const { rows } = await database.pool.query(
    'SELECT max(effective_at) < $1 AS stocked FROM inventory_event WHERE record_id = 21 AND version = 1',
    [countedAt],
  )
  const job = await steps.checked('counts', `sku,location,counted,counted_at\nSKU-2,L2,9,${countedAt}\n`)
  await steps.applied(job.id)
  // Where the first delivery is as young as the count, it is on top.
  expect(await onHand(21)).toBe(rows[0]?.stocked === true ? 6 : 16)
})

test('killed in the middle a file goes on where it was, every row applied once', async () => {
  const lines = Array.from({ length: ROWS }, (_, n) => `MANY-${n + 1},L1,${(n % 50) + 1}`)
  const job = await steps.checked('stock', `sku,location,on_hand\n${lines.join('\n')}\n`)
  expect(job).toMatchObject({ state: 'ready', goodRows: ROWS })
  await steps.desk.apply(job.id, false)
  await killedWhileApplying(steps, database.url, job.id)
  expect(await steps.work.atWork(10)).toContain(job.id)
  while ((await steps.work.advance(job.id, 10_000)) === 'again');
  expect(await steps.jobOf(job.id)).toMatchObject({ state: 'done', doneRows: ROWS, changedRows: ROWS })
  const { rows } = await database.pool.query(
    `SELECT count(*)::int AS entries, count(DISTINCT record_id)::int AS records, sum(quantity)::int AS units
       FROM inventory_event WHERE record_id > 100000`,
  )
  const units = lines.reduce((sum, line) => sum + Number(line.split(',')[2]), 0)
  expect(rows[0]).toEqual({ entries: ROWS, records: ROWS, units })
  expect(await verifyLedger(database.pool)).toEqual([])
})

test('a row is known by its id: a file that is applied from its beginning again, its rows on other lines, changes nothing', async () => {
  const { pool } = database
  const text =
    'row_id,sku,location,on_hand,safety_stock\nfirst,SKU-1,L1,30,4\nsecond,SKU-2,L1,40,\nthird,SKU-2,L2,50,1\n'
  const job = await steps.checked('stock', text)
  await steps.applied(job.id)
  const { rows: keys } = await pool.query<{ key: string }>(
    `SELECT DISTINCT dedupe_key AS key FROM inventory_event WHERE dedupe_key LIKE 'import:' || $1 || ':%' ORDER BY 1`,
    [job.id],
  )
  expect(keys.map(({ key }) => key)).toEqual(['first', 'second', 'third'].map((id) => `import:${job.id}:${id}`))
  // Since then somebody has set the shelf and what it keeps back by hand.
  const settings = [{ recordId: 10, variantId: 1, safetyStock: 0 }]
  expect((await engine.execute({ kind: 'configure', origin: ORIGIN, settings })).ok).toBe(true)
  const hand = { kind: 'adjust', origin: ORIGIN, variantId: 2, recordId: 20, delta: 5, reason: 'found' } as const
  expect((await engine.execute(hand)).ok).toBe(true)
  const before = await ledger()
  // As if the progress had been lost.
  await pool.query(
    `UPDATE file_job SET state = 'applying', cursor = 0, done_rows = 0, changed_rows = 0, finished_at = NULL WHERE id = $1`,
    [job.id],
  )
  await pool.query('UPDATE file_row SET line = line + 10 WHERE job_id = $1', [job.id])
  while ((await steps.work.advance(job.id, 10_000)) === 'again');
  expect(await steps.jobOf(job.id)).toMatchObject({ state: 'done' })
  expect(await ledger()).toBe(before)
  expect([await onHand(10), await onHand(20), await onHand(21)]).toEqual([30, 45, 50])
  const { rows: kept } = await pool.query('SELECT safety_stock FROM stock_level WHERE record_id = 10')
  expect(kept).toEqual([{ safety_stock: 0 }])
})

test('two rows under one id are an error of the second, told by line and column', async () => {
  const job = await steps.checked('counts', 'sku,location,counted,row_id\nSKU-1,L1,3,a\nSKU-1,L2,4,a\n')
  expect(job).toMatchObject({ state: 'ready', goodRows: 1, badRows: 1 })
  const problems = await steps.desk.problems(job.id, { afterNo: 0, limit: 10 })
  expect(problems).toMatchObject([{ line: 3, column: 12, name: 'row_id', code: 'REPEATED', value: 'as line 2' }])
  expect(await steps.desk.apply(job.id, false)).toMatchObject({ ok: false, error: { code: 'FILE_HAS_BAD_ROWS' } })
  await steps.desk.drop(job.id)
})

const textOf = async (kind: 'counts' | 'supplier'): Promise<string> =>
  Buffer.concat(await steps.exported(kind)).toString('utf8')

test('an export of counts names what was counted at the desk, the second look where there were two', async () => {
  const { pool } = database
  await insertStock(pool, { variantId: 3, units: [10] })
  const desk = createCountDesk({ pool, engine })
  const opened = await desk.open(ORIGIN, {
    requestId: randomUUID(),
    locationId: 1,
    query: 'SKU-3',
    recountUnits: 2,
    recountPercent: 10,
  })
  if (!opened.ok) throw new Error(opened.error.code)
  const { countId } = opened.value
  for (const counted of [1, 8]) await desk.look(ORIGIN, { countId, sku: 'SKU-3', counted })
  expect(await textOf('counts')).not.toContain('SKU-3')
  await desk.post(ORIGIN, { countId, expectedVersion: 1, reason: 'routine', skipUncounted: false })
  expect(await textOf('counts')).toMatch(/SKU-3,L1,[^\n]*,8,\d{4}-\d\d-\d\dT/)
  // A sheet that is older than the look says nothing new about the shelf.
  const stale = await steps.checked('counts', 'sku,location,counted,counted_at\nSKU-3,L1,2,2026-01-01T00:00:00Z\n')
  await steps.applied(stale.id)
  expect(await textOf('counts')).toMatch(/SKU-3,L1,[^\n]*,8,/)
})

test('an export for suppliers names their places alone, with the day of their last report', async () => {
  await database.pool.query(`UPDATE location SET kind = 'supplier' WHERE code = 'L2'`)
  const job = await steps.checked('supplier', 'sku,location,available\nSKU-2,L2,6\n')
  expect(await steps.applied(job.id)).toMatchObject({ state: 'done', badRows: 0 })
  const text = await textOf('supplier')
  expect(text).toMatch(/SKU-2,L2,[^\n]*,6,\d{4}-/)
  expect(text).not.toContain(',L1,')
  await database.pool.query(`UPDATE location SET kind = 'warehouse' WHERE code = 'L2'`)
})

test('an export can be brought in again and changes nothing', async () => {
  const bytes = await steps.exported('stock', 'L1')
  const job = await steps.checked('stock', ...bytes)
  expect(job).toMatchObject({ state: 'ready', goodRows: ROWS + 3, badRows: 0 })
  expect(await steps.applied(job.id)).toMatchObject({ state: 'done', changedRows: 0 })
})

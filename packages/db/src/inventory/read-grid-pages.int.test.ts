import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../testing/index'
import { createStockReader } from './stock-reader'
import { insertShops } from './testing/insert-shops'

const RECORDS = 100_000
const PAGE = 100
/** Four records a shop. */
const SHOPS = RECORDS / 4
/** What a person scrolling notices begins here. The slowest of a hundred, on a machine that tests other things beside it. */
const PAGE_MS = 250

let database: TestDatabase
const reader = () => createStockReader({ pool: database.pool })

beforeAll(async () => {
  database = await createTestDatabase(2)
  await insertShops(database.pool, 1, SHOPS)
  await database.pool.query('ANALYZE')
}, 180_000)
afterAll(() => database.drop())

const timed = async <T>(ask: () => Promise<T>): Promise<readonly [T, number]> => {
  const startedAt = performance.now()
  return [await ask(), performance.now() - startedAt]
}

test('a grid of 100,000 records goes to its end at once, and any page of it comes in a moment', async () => {
  const [{ records, firstIds }, pagesMs] = await timed(() => reader().pages({}, PAGE))
  expect([records, firstIds.length]).toEqual([RECORDS, RECORDS / PAGE])
  const pageAt = (page: number) => {
    const before = firstIds[page + 1]
    return reader().grid({
      afterRecordId: (firstIds[page] ?? 1) - 1,
      limit: PAGE,
      ...(before === undefined ? {} : { beforeRecordId: before }),
    })
  }
  const [last, endMs] = await timed(() => pageAt(firstIds.length - 1))
  expect(last.map(({ sku }) => sku).at(-1)).toBe(`SKU-${(SHOPS * 2 + 2).toString()}`)
  expect(last).toHaveLength(PAGE)
  const times: number[] = []
  for (let n = 0; n < 100; n += 1) {
    const page = (n * 617) % firstIds.length
    const [rows, ms] = await timed(() => pageAt(page))
    expect(rows[0]?.recordId).toBe(firstIds[page])
    expect(rows).toHaveLength(PAGE)
    times.push(ms)
  }
  times.sort((a, b) => a - b)
  const [middle, slowest] = [times[49] ?? 0, times[98] ?? 0]
  console.info(
    `grid of ${RECORDS}: pages ${pagesMs.toFixed(0)} ms, end ${endMs.toFixed(1)} ms, page p50 ${middle.toFixed(1)}, p99 ${slowest.toFixed(1)} ms`,
  )
  expect(slowest).toBeLessThan(PAGE_MS)
})

test('the pages of a filter hold exactly what it shows, each record once', async () => {
  const filter = { query: 'SKU-77', locationId: 2 }
  const { records, firstIds } = await reader().pages(filter, 20)
  const whole = await reader().grid({ ...filter, limit: 100_000 })
  expect(records).toBe(whole.length)
  const shown: number[] = []
  for (const [page, first] of firstIds.entries()) {
    const before = firstIds[page + 1]
    const rows = await reader().grid({
      ...filter,
      afterRecordId: first - 1,
      limit: 20,
      ...(before === undefined ? {} : { beforeRecordId: before }),
    })
    shown.push(...rows.map(({ recordId }) => recordId))
  }
  expect(shown).toEqual(whole.map(({ recordId }) => recordId))
  expect(await reader().pages({ query: 'nothing is called this' }, 20)).toEqual({ records: 0, firstIds: [] })
})

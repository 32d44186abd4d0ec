import { markedPriceMinor, type PlanMarkdown } from '@selvedge/core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createStockEngine } from '../inventory/stock-engine'
import { createTestDatabase, insertStock, type TestDatabase } from '../testing'
import { createMarkdownStore } from './markdown-store'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase(6)
  for (const variantId of [1, 2, 3, 4]) await insertStock(database.pool, { variantId, units: [10] })
})
afterAll(() => database.drop())

const store = () => createMarkdownStore({ pool: database.pool })
const plan = (over: Partial<PlanMarkdown> = {}): PlanMarkdown => ({
  name: 'Clearing',
  scope: { kind: 'product', slug: 'p1' },
  percent: 25,
  startsAtMs: Date.now() - 60_000,
  ...over,
})
const made = async (over: Partial<PlanMarkdown> = {}): Promise<number> => {
  const answer = await store().plan(plan(over), 'staff:test')
  if (!answer.ok) throw new Error(answer.error.code)
  return answer.value.id
}
const priceOf = async (variantId: number) => {
  const { rows } = await database.pool.query<{ price_minor: number; compare_at_minor: number | null }>(
    'SELECT price_minor, compare_at_minor FROM variant WHERE id = $1',
    [variantId],
  )
  return rows[0]
}

test('a live markdown sets the price once, tells the catalogue, and gives the old price back when it ends', async () => {
  const before = await priceOf(1)
  const id = await made()
  expect(await store().reconcile()).toBe(1)
  expect(await store().reconcile()).toBe(0)
  expect(await priceOf(1)).toEqual({ price_minor: markedPriceMinor(9_900, 25), compare_at_minor: 9_900 })
  const { rows } = await database.pool.query(`SELECT payload FROM outbox WHERE topic = 'catalog'`)
  expect(rows).toMatchObject([{ payload: { type: 'ProductChanged', productId: 1, version: 2 } }])

  expect(await store().end(id)).toMatchObject({ ok: true, value: { state: 'ended' } })
  expect(await store().end(id)).toEqual({ ok: false, error: { code: 'MARKDOWN_ENDED', id } })
  expect(await store().reconcile()).toBe(1)
  expect(await priceOf(1)).toEqual(before)
})

test('what is scheduled waits, and what is over its end is over without anybody ending it', async () => {
  await made({ scope: { kind: 'product', slug: 'p2' }, startsAtMs: Date.now() + 3_600_000 })
  await made({ scope: { kind: 'product', slug: 'p2' }, startsAtMs: 1_000, endsAtMs: Date.now() - 1_000 })
  expect(await store().reconcile()).toBe(0)
  expect((await priceOf(2))?.price_minor).toBe(9_900)
})

test('a deeper markdown takes over from a shallower one and the list price is never lost', async () => {
  const shallow = await made({ scope: { kind: 'product', slug: 'p3' }, percent: 10 })
  await store().reconcile()
  const deep = await made({ scope: { kind: 'product', slug: 'p3' }, percent: 33 })
  await store().reconcile()
  expect(await priceOf(3)).toEqual({ price_minor: markedPriceMinor(9_900, 33), compare_at_minor: 9_900 })
  await store().end(deep)
  await store().reconcile()
  expect(await priceOf(3)).toEqual({ price_minor: markedPriceMinor(9_900, 10), compare_at_minor: 9_900 })
  await store().end(shallow)
  await store().reconcile()
  expect(await priceOf(3)).toEqual({ price_minor: 9_900, compare_at_minor: null })
})

test('conditions on live stock: fresh deliveries are left alone, and so is what is scarce', async () => {
  const aged = { scope: { kind: 'product', slug: 'p4' } as const, minStockAgeDays: 30 }
  expect(await store().preview(plan(aged))).toMatchObject({ ok: true, value: { inScope: 1, marked: 0 } })
  await made({ scope: { kind: 'product', slug: 'p4' }, minUnits: 5 })
  expect(await store().reconcile()).toBe(1)
  const engine = createStockEngine({ pool: database.pool })
  const origin = { actor: 'staff:test', correlationId: 'test' }
  await engine.execute({ kind: 'adjust', variantId: 4, recordId: 40, delta: -6, reason: 'damage', origin })
  await engine.close()
  expect(await store().reconcile()).toBe(1)
  expect((await priceOf(4))?.price_minor).toBe(9_900)
})

test('several processes that reconcile at once change each price once', async () => {
  const id = await made({ percent: 50 })
  const changed = await Promise.all(Array.from({ length: 5 }, () => store().reconcile()))
  expect(changed.reduce((sum, one) => sum + one, 0)).toBe(1)
  expect(await priceOf(1)).toEqual({ price_minor: 4_950, compare_at_minor: 9_900 })
  await store().end(id)
  await store().reconcile()
})

test('a scope that does not exist is refused by its name', async () => {
  const nowhere = plan({ scope: { kind: 'collection', slug: 'nowhere' } })
  expect(await store().plan(nowhere, 'staff:test')).toEqual({
    ok: false,
    error: { code: 'UNKNOWN_SCOPE', slug: 'nowhere' },
  })
})

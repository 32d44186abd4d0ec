import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, insertStock, type TestDatabase } from '../testing/index'
import { closeAlerts, findBackInStock, findCheaper } from './fulfil-alerts'
import { createGestureStore } from './gesture-store'

let database: TestDatabase
let store: ReturnType<typeof createGestureStore>
beforeAll(async () => {
  database = await createTestDatabase()
  store = createGestureStore(database)
  for (const variantId of [1, 2, 3]) await insertStock(database.pool, { variantId, units: [variantId === 2 ? 0 : 4] })
  await database.pool.query(
    `INSERT INTO poll (id, question, options, is_active, position) VALUES ('cloth', 'Which cloth?', $1, true, 1)`,
    [JSON.stringify(['linen', 'wool'].map((id) => ({ id, label: id, leans: [] })))],
  )
})
afterAll(() => database.drop())

const ask = { email: 'a@b.example', limit: 50 }

test('a piece is saved once, newest first, and the list has an end', async () => {
  for (const id of [1, 2, 1]) expect(await store.setSaved('v:a', id, true, 2)).toBe('done')
  expect(await store.savedIds('v:a')).toEqual([2, 1])
  expect(await store.setSaved('v:a', 3, true, 2)).toBe('full')
  expect(await store.setSaved('v:a', 99, true, 2)).toBe('unknown')
  expect(await store.setSaved('v:a', 1, false, 2)).toBe('done')
  expect(await store.savedIds('v:a')).toEqual([2])
})

test('a question is put until it is answered; the second answer changes nothing', async () => {
  expect((await store.openPoll('v:b'))?.id).toBe('cloth')
  expect(await store.answerPoll('v:b', 'cloth', 'linen')).toBe('counted')
  expect(await store.answerPoll('v:b', 'cloth', 'wool')).toBe('again')
  expect(await store.answerPoll('v:c', 'cloth', 'tweed')).toBe('closed')
  expect(await store.openPoll('v:b')).toBeUndefined()
})

test('a sold-out size is waited for once; when it is back the alert comes about once', async () => {
  expect(await store.askForStock({ ...ask, person: 'v:c', sku: 'SKU-1' })).toEqual({ outcome: 'not-needed' })
  expect(await store.askForStock({ ...ask, person: 'v:c', sku: 'NONE' })).toEqual({ outcome: 'unknown' })
  expect(await store.askForStock({ ...ask, person: 'v:c', sku: 'SKU-2' })).toMatchObject({ outcome: 'asked' })
  expect(await store.askForStock({ ...ask, person: 'v:c', sku: 'SKU-2' })).toMatchObject({ outcome: 'asked-before' })
  expect(await findBackInStock(database.pool, [2])).toEqual([])
  await insertStock(database.pool, { variantId: 5, units: [3] })
  // The alert is asked of the size that is back: the same variant, delivered.
  await database.pool.query(`UPDATE product_alert SET variant_id = 5, product_id = 5 WHERE person = 'v:c'`)
  const due = await findBackInStock(database.pool, [2, 5])
  expect(due.map(({ kind, email }) => [kind, email])).toEqual([['stock', 'a@b.example']])
  await closeAlerts(
    database.pool,
    due.map(({ alertId }) => alertId),
  )
  expect(await findBackInStock(database.pool, [5])).toEqual([])
  expect((await store.alerts('v:c')).map(({ fulfilledAtMs }) => fulfilledAtMs !== undefined)).toEqual([true])
})

test('a price alert comes about when the piece costs less than when it was asked for', async () => {
  await store.askForPrice({ ...ask, person: 'v:d', productId: 3 })
  expect(await findCheaper(database.pool, [3])).toEqual([])
  await database.pool.query('UPDATE variant SET price_minor = price_minor - 100 WHERE product_id = 3')
  expect((await findCheaper(database.pool, [3])).map(({ priceMinor }) => priceMinor)).toEqual([9_800])
})

test('the way out of a message withdraws all that waits for its address, whoever asked, and nothing else', async () => {
  for (const person of ['v:f', 'v:g'])
    await store.askForPrice({ person, email: 'Ada@b.example', limit: 50, productId: 1 })
  await store.askForPrice({ person: 'v:f', email: 'other@b.example', limit: 50, productId: 2 })
  expect(await store.withdrawAllOf('ada@b.example')).toBe(2)
  expect(await store.withdrawAllOf('ada@b.example')).toBe(0)
  expect([await store.alerts('v:f'), await store.alerts('v:g')].map((alerts) => alerts.length)).toEqual([1, 0])
})

test("what a guest saved, answered and asked for is the user's after signing in; erased, it is gone", async () => {
  await store.setSaved('v:e', 1, true, 10)
  await store.setSaved('u:e', 1, true, 10)
  await store.setSaved('v:e', 2, true, 10)
  await store.answerPoll('v:e', 'cloth', 'wool')
  await store.answerPoll('u:e', 'cloth', 'linen')
  for (const person of ['v:e', 'u:e']) await store.askForPrice({ ...ask, person, productId: 1 })
  await store.merge('v:e', 'u:e', 'e')
  expect((await store.savedIds('u:e')).toSorted()).toEqual([1, 2])
  expect(await store.savedIds('v:e')).toEqual([])
  expect(await store.alerts('u:e')).toHaveLength(1)
  expect(await store.export('u:e')).toMatchObject({ pollAnswers: [{ option_id: 'linen' }] })
  await store.erase('u:e', { lists: false })
  expect([await store.openPoll('u:e'), await store.savedIds('u:e')].map((kept) => kept !== undefined)).toEqual([
    true,
    true,
  ])
  await store.erase('u:e', { lists: true })
  expect([await store.savedIds('u:e'), await store.alerts('u:e')]).toEqual([[], []])
})

test('the quiz shows different kinds of pieces', async () => {
  expect((await store.quizIds(1, 8)).length).toBeGreaterThan(0)
})

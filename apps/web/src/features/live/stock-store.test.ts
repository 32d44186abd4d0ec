import { expect, test } from 'vitest'
import { createStockStore } from './stock-store'

const at = (sku: string, version: number, available: number) => ({ sku, version, available })

test('the newest version wins in whatever order versions come', () => {
  const store = createStockStore()
  store.apply([at('A', 3, 1), at('A', 2, 9)])
  store.apply([at('A', 3, 7)])
  expect(store.get('A')).toEqual(at('A', 3, 1))
  store.apply([at('A', 4, 0)])
  expect(store.get('A')?.available).toBe(0)
})

test('a page is called once per message, and only for SKUs it shows', () => {
  const store = createStockStore()
  let calls = 0
  const stop = store.listen(['A', 'B'], () => {
    calls += 1
  })
  store.apply([at('A', 1, 1), at('B', 1, 1)])
  store.apply([at('C', 1, 1)])
  store.apply([at('A', 1, 5)])
  expect(calls).toBe(1)
  stop()
  store.apply([at('A', 2, 5)])
  expect(calls).toBe(1)
})

test('of the same version only another day is news; one that nobody has looked up is not', () => {
  const store = createStockStore()
  const unit = (shipsBy: string) => ({ kind: 'preorder', shipsBy }) as const
  const ahead = (shipsBy?: string) => ({ ...at('A', 3, 0), future: 2, ...(shipsBy ? { next: unit(shipsBy) } : {}) })
  let calls = 0
  store.listen(['A'], () => {
    calls += 1
  })
  const days = [undefined, '2027-03-03', '2027-03-03', undefined, '2027-03-09'].map((day) => {
    store.apply([ahead(day)])
    return store.get('A')?.next?.shipsBy
  })
  expect(days).toEqual([undefined, '2027-03-03', '2027-03-03', '2027-03-03', '2027-03-09'])
  expect(calls).toBe(3)
  store.apply([{ ...ahead(), next: { kind: 'preorder' } }])
  expect(store.get('A')?.next).toEqual({ kind: 'preorder' })
  store.apply([at('A', 4, 1)])
  expect(store.get('A')?.next).toBeUndefined()
})

test('a day that nobody watched any more is forgotten, unless somebody takes over at once', async () => {
  const store = createStockStore()
  const dated = { ...at('A', 3, 0), future: 2, next: { kind: 'preorder', shipsBy: '2027-03-03' } as const }
  const stop = store.listen(['A'], () => undefined)
  store.apply([dated])
  stop()
  const stopAgain = store.listen(['A'], () => undefined)
  await Promise.resolve()
  expect(store.get('A')).toEqual(dated)
  stopAgain()
  await Promise.resolve()
  expect(store.get('A')).toEqual({ ...at('A', 3, 0), future: 2 })
})

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

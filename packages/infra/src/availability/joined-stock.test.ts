import type { SkuStock } from '@selvedge/core'
import { expect, test } from 'vitest'
import { createJoinedStock, joinStock } from './joined-stock'

const names = ['A-S', 'A-M'].map((sku, at) => ({ variantId: at + 1, sku, size: sku.slice(2), colour: 'ecru' }))
const stockOf = (...known: readonly [string, number][]) =>
  new Map<string, SkuStock>(known.map(([sku, available]) => [sku, { sku, version: 1, available }]))

test('variants are joined in their order; one whose stock is not known is left out', () => {
  expect(joinStock(names, stockOf(['A-M', 2])).map(({ sku, size, available }) => [sku, size, available])).toEqual([
    ['A-M', 'M', 2],
  ])
})

test('a product is remembered until the stock of one of its variants changes, and then whole again', () => {
  const live = stockOf(['A-S', 0], ['A-M', 2])
  const joined = createJoinedStock(live)
  joined.remember(7, names, 60_000)
  expect(joined.get(7)?.map(({ available }) => available)).toEqual([0, 2])
  live.set('A-S', { sku: 'A-S', version: 2, available: 1 })
  joined.changed('A-S')
  expect(joined.get(7)).toBeUndefined()
  joined.remember(7, names, 60_000)
  expect(joined.get(7)?.map(({ available }) => available)).toEqual([1, 2])
  joined.remember(7, names, 60_000)
  joined.changed('A-M')
  expect(joined.get(7)).toBeUndefined()
})

test('what memory does not hold whole, or whose names are out of date, is not remembered', () => {
  const joined = createJoinedStock(stockOf(['A-S', 1]))
  joined.remember(7, names, 60_000)
  joined.remember(8, [], 60_000)
  joined.remember(9, names.slice(0, 1), 0)
  expect([7, 8, 9].map((id) => joined.get(id))).toEqual([undefined, undefined, undefined])
})

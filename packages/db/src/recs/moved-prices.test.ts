import { buildCatalogueTable } from '@selvedge/recs'
import { drawProducts } from '@selvedge/recs/testing'
import { expect, test } from 'vitest'
import { movedPrices, pricesFingerprint } from './moved-prices'

const products = drawProducts(30, 3)
const tableWith = (change: (product: (typeof products)[number]) => Partial<(typeof products)[number]>) =>
  buildCatalogueTable(products.map((product) => ({ ...product, ...change(product) })))
const table = tableWith(() => ({}))

test('a price that moved is named, and all prices together have another word', () => {
  const dearer = tableWith(({ productId }) => (productId === 7 ? { priceMinor: 1 } : {}))
  expect(movedPrices(table, dearer)).toEqual([7])
  expect(pricesFingerprint(dearer)).not.toBe(pricesFingerprint(table))
  const struck = tableWith(({ productId }) => (productId === 9 ? { compareAtMinor: 90_000 } : {}))
  expect(movedPrices(table, struck)).toEqual([9])
  expect(pricesFingerprint(struck)).not.toBe(pricesFingerprint(table))
})

test('what moves no price leaves the word as it is', () => {
  const other = tableWith(() => ({ popularity: 0.5, words: ['other'] }))
  expect(movedPrices(table, other)).toEqual([])
  expect(pricesFingerprint(other)).toBe(pricesFingerprint(table))
})

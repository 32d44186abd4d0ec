import type { ProductDetail, ShownStock, SkuStock } from '@selvedge/core'
import { expect, test } from 'vitest'
import {
  isColourSoldOut,
  isUnread,
  otherColoursWith,
  outlookOf,
  sizesIn,
  startColour,
  unreadStock,
} from './product-choice'

const variant = (sku: string, colour: string, size: string, variantId: number) => ({
  variantId,
  sku,
  colour,
  size,
  sizeOrder: variantId,
  priceMinor: 12_000,
})

const product: ProductDetail = {
  productId: 1,
  version: 1,
  slug: 'marlow-overshirt',
  title: 'Marlow overshirt',
  description: '',
  brand: { slug: 'marrow', name: 'Marrow', character: '' },
  garment: 'overshirt',
  category: 'tops',
  department: 'men',
  facts: [],
  currency: 'EUR',
  colours: [
    { value: 'indigo', label: 'Indigo', order: 0 },
    { value: 'ecru', label: 'Ecru', order: 1 },
  ],
  sizes: [
    { value: 'L', label: 'L', order: 2 },
    { value: 'M', label: 'M', order: 1 },
  ],
  variants: [variant('I-M', 'indigo', 'M', 1), variant('I-L', 'indigo', 'L', 2), variant('E-M', 'ecru', 'M', 3)],
  media: [],
  collections: [],
}

const stock = (units: Record<string, number>) =>
  new Map(Object.entries(units).map(([sku, available]) => [sku, { sku, version: 1, available }]))

test('every size is shown, in order, also those that are sold out or were never made', () => {
  const sizes = sizesIn(product, 'ecru', stock({ 'E-M': 0 }))
  expect(sizes.map(({ label, availability }) => [label, availability.kind])).toEqual([
    ['M', 'sold-out'],
    ['L', 'sold-out'],
  ])
})

test('a number left is said only when it is small, and then it is the true one', () => {
  const [medium, large] = sizesIn(product, 'indigo', stock({ 'I-M': 2, 'I-L': 4 }))
  expect(medium?.availability).toEqual({ kind: 'low', left: 2 })
  expect(large?.availability).toEqual({ kind: 'available' })
})

test('stock that is not known is not promised', () => {
  expect(isColourSoldOut(product, 'indigo', stock({}))).toBe(true)
})

test('the page opens in the colour of the link, else in one that can be bought', () => {
  const onlyEcru = stock({ 'E-M': 1 })
  expect(startColour(product, 'indigo', onlyEcru)).toBe('indigo')
  expect(startColour(product, undefined, onlyEcru)).toBe('ecru')
  expect(startColour(product, 'no-such-colour', onlyEcru)).toBe('ecru')
})

test('when a size is gone in one colour, the colours that still have it are offered', () => {
  expect(otherColoursWith(product, 'M', 'indigo', stock({ 'E-M': 1 })).map(({ value }) => value)).toEqual(['ecru'])
  expect(otherColoursWith(product, 'L', 'indigo', stock({ 'E-M': 1 }))).toEqual([])
})

test('stock that could not be read is not called sold out, and is known to be unread', () => {
  const unread = new Map(product.variants.map(({ sku }) => [sku, unreadStock(sku)]))
  expect(isColourSoldOut(product, 'indigo', unread)).toBe(false)
  expect(isUnread(unread, 'I-M')).toBe(true)
  expect(isUnread(stock({ 'I-M': 0 }), 'I-M')).toBe(false)
})

test('what may be promised follows live stock: another day, nobody’s day, the last promised away', () => {
  const outlook = { kind: 'preorder', units: 2, shipsOn: '2027-03-03' } as const
  const told = (version: number, live: Partial<SkuStock> = {}, was: ShownStock['outlook'] = outlook) => {
    const shown = [{ sku: 'I-M', version: 4, available: 0, outlook: was }]
    return outlookOf(shown, 'I-M', new Map([['I-M', { sku: 'I-M', version, available: 0, ...live }]]))
  }
  expect(outlookOf([{ sku: 'I-M', version: 4, available: 0, outlook }], 'I-M', new Map())).toEqual(outlook)
  expect(told(4)).toEqual(outlook)
  expect(told(4, { future: 2, next: { kind: 'backorder', shipsBy: '2027-03-09' } })).toEqual({
    kind: 'backorder',
    units: 2,
    shipsOn: '2027-03-09',
  })
  // The day that the page tells of may be another shipment's, and may lie ahead.
  expect(told(4, { future: 2, next: { kind: 'preorder' } })).toEqual({ kind: 'preorder', units: 2 })
  const late = { kind: 'preorder', units: 2, lateSince: '2027-03-03' } as const
  expect(told(4, { future: 1, next: { kind: 'preorder' } }, late)).toEqual({ ...late, units: 1 })
  expect(told(4, { future: 2, next: { kind: 'backorder' } }, late)).toEqual({ kind: 'backorder', units: 2 })
  // A day that is not looked up yet changes nothing; nothing more to promise does.
  expect(told(5, { future: 1 })).toEqual(outlook)
  expect(told(5)).toBeUndefined()
})

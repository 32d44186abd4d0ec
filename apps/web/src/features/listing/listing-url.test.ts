import { expect, test } from 'vitest'
import { filterCount, toggleFacet, withInStock, withoutFilters, withPrice } from './change-listing'
import { listingHref, readListing } from './listing-url'

test('an address read and written again is the same address', () => {
  const href = '/shop?q=linen%20shirt&department=women&brand=a,b&size=M&min=40&max=120&in-stock=1&sort=newest&page=3'
  const parameters = Object.fromEntries(new URL(href, 'http://shop').searchParams)
  expect(listingHref('/shop', readListing(parameters))).toBe(href)
})

test('the same choice has one address, in whatever order it was made', () => {
  const one = toggleFacet(toggleFacet({}, 'colour', 'navy'), 'colour', 'black')
  const other = toggleFacet(toggleFacet({}, 'colour', 'black'), 'colour', 'navy')
  expect(listingHref('/shop', one)).toBe(listingHref('/shop', other))
})

test('what a link cannot mean is left out and the rest still works', () => {
  const query = readListing({ sort: 'cheapest', page: '-4', min: '-3', max: '1e9', department: 'cats', size: 'M,,M' })
  expect(query).toEqual({ size: ['M'] })
})

test('a price range that ends before it begins keeps its beginning only', () => {
  expect(readListing({ min: '100', max: '50' })).toEqual({ priceMinMinor: 10_000 })
})

test('a form sent without script means the same as a link', () => {
  expect(readListing({ brand: ['b', 'a'] })).toEqual(readListing({ brand: 'a,b' }))
})

test('changing a filter starts again at the first page', () => {
  expect(toggleFacet({ page: 4, size: ['M'] }, 'size', 'L')).toEqual({ size: ['L', 'M'] })
  expect(withInStock({ page: 4 }, true)).toEqual({ inStock: true })
})

test('clearing the filters keeps the search and the department', () => {
  const query = withPrice(toggleFacet({ q: 'coat', department: 'men' }, 'brand', 'x'), 1_000, undefined)
  expect(filterCount(query)).toBe(2)
  expect(withoutFilters(query)).toEqual({ q: 'coat', department: 'men' })
})

test('the order for you is named by later pages, and only by its own', () => {
  const orderId = '0b9c3b52-6f0c-4f53-9d0e-0d2f6d6a1c11'
  const query = readListing({ sort: 'for-you', order: orderId, page: '2' })
  expect(query).toEqual({ sort: 'for-you', orderId, page: 2 })
  expect(listingHref('/shop', query)).toBe(`/shop?sort=for-you&order=${orderId}&page=2`)
  expect(readListing({ sort: 'newest', order: orderId })).toEqual({ sort: 'newest' })
  expect(readListing({ sort: 'for-you', order: 'another thing' })).toEqual({ sort: 'for-you' })
})

import { expect, test } from 'vitest'
import { readShippingFilter, shippingAddress } from './shipping-filter'

test('an address read and written again is the same address', () => {
  for (const address of ['/admin/shipping', '/admin/shipping?q=48210', '/admin/shipping?q=a+b&place=3&late=1'])
    expect(shippingAddress(readShippingFilter(Object.fromEntries(new URL(address, 'http://shop').searchParams)))).toBe(
      address,
    )
})

test('what makes no sense in an address is left out', () => {
  expect(readShippingFilter({ q: '  ', place: '-1', late: 'yes' })).toEqual({})
  expect(readShippingFilter({ q: ['one', 'two'], place: '1e99' })).toEqual({ query: 'one' })
})

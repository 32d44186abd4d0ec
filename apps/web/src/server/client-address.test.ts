import { expect, test } from 'vitest'
import { addressKey, clientAddress } from './client-address'

test('without a trusted proxy a forged X-Forwarded-For is ignored', () => {
  expect(clientAddress('203.0.113.9', '1.2.3.4', 0)).toBe('203.0.113.9')
})

test('behind one proxy the entry that proxy wrote counts, not the ones the client sent', () => {
  expect(clientAddress('10.0.0.1', '1.2.3.4, 203.0.113.9', 1)).toBe('203.0.113.9')
})

test('an office behind one private address is not taken for one shopper', () => {
  expect(addressKey('127.0.0.1', 's')).toBeUndefined()
  expect(addressKey('::ffff:192.168.1.4', 's')).toBeUndefined()
  expect(addressKey('203.0.113.9', 's')).toMatch(/^[\w-]{16}$/)
})

import { expect, test } from 'vitest'
import { formatMoney } from './format-money'

test('a price is printed to the last cent, whatever its size', () => {
  expect(formatMoney(18490, 'EUR')).toBe('€184.90')
  expect(formatMoney(5, 'GBP')).toBe('£0.05')
  expect(formatMoney(0, 'EUR')).toBe('€0.00')
  expect(formatMoney(-1250, 'EUR')).toBe('-€12.50')
  expect(formatMoney(123_456_789_012_345, 'EUR')).toBe('€1,234,567,890,123.45')
})

test('a currency without cents is printed without cents', () => {
  expect(formatMoney(18490, 'JPY')).toBe('JP¥18,490')
})

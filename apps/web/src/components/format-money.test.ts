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

test('what is written without asking the language library is what it would have answered', () => {
  const amounts = [0, 1, 9, 10, 99, 100, 999, 1_000, 99_999, 100_000, 123_456, 99_999_999, 100_000_000, 123_456_789_012]
  for (const currency of ['EUR', 'GBP', 'USD']) {
    const format = new Intl.NumberFormat('en-GB', { style: 'currency', currency })
    for (const amount of amounts.flatMap((minor) => (minor === 0 ? [0] : [minor, -minor]))) {
      expect(formatMoney(amount, currency)).toBe(format.format(amount / 100))
    }
  }
})

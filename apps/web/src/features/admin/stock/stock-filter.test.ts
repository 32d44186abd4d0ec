import { expect, test } from 'vitest'
import { readStockFilter, stockAddress } from './stock-filter'

const read = (search: string) => readStockFilter(Object.fromEntries(new URLSearchParams(search)))

test('an address says its filter, and a filter its address', () => {
  const search = 'q=shirt&location=2&region=NL&size=M&material=linen&by=2026-12-04&low=1'
  expect(read(search)).toEqual({
    query: 'shirt',
    locationId: 2,
    region: 'NL',
    size: 'M',
    fabric: 'linen',
    sellableBy: '2026-12-04',
    onlyLow: true,
  })
  expect(stockAddress(read(search))).toBe(`/admin/stock?${search}`)
  expect(stockAddress({})).toBe('/admin/stock')
})

test('what makes no sense in an address is left out, and the rest stands', () => {
  expect(read('q=%20&location=1e99&region=Europe&size=M&material=tin&by=Friday&low=yes')).toEqual({ size: 'M' })
})

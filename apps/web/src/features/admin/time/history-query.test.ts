import { expect, test } from 'vitest'
import { historyAddress, readHistoryQuery } from './history-query'

test('an address says what is looked at, from when to when and by which clock, and comes back the same', () => {
  const query = readHistoryQuery({
    location: '3',
    axis: 'effective',
    at: '2026-11-20T10:00',
    from: '2026-11-01T00:00:00.000Z',
  })
  expect(query).toEqual({
    scope: { kind: 'location', locationId: 3 },
    axis: 'effective',
    at: new Date('2026-11-20T10:00:00Z'),
    from: new Date('2026-11-01T00:00:00Z'),
    afterRecordId: undefined,
  })
  const params = Object.fromEntries(new URL(historyAddress(query), 'http://shop').searchParams)
  expect(readHistoryQuery(params)).toEqual(query)
})

test.each([
  { location: '-1' },
  { location: '99999999999' },
  { sku: '1 OR 1=1' },
  { at: 'yesterday', from: '', axis: 'both' },
  { at: '99999-01-01T00:00' },
])('%j, which makes no sense, is the whole shop now', (params) => {
  expect(historyAddress(readHistoryQuery(params))).toBe('/admin/history')
})

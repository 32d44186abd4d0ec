import { expect, test } from 'vitest'
import { counted, countedBeyond, toReceipt, withScan } from './receipt-form'

const line = (lineId: number, sku: string, closed = false) => ({
  lineId,
  recordId: lineId,
  sku,
  title: 'Shirt',
  colour: 'navy',
  size: 'M',
  expected: 5,
  received: 0,
  damaged: 0,
  presale: false,
  closed,
  promised: 0,
})

test('each scan counts one more good piece, whatever case the scanner writes', () => {
  const lines = [line(1, 'SHIRT-M'), line(2, 'SHIRT-L', true)]
  const first = withScan(lines, {}, ' shirt-m ')
  const second = withScan(lines, first?.counts ?? {}, 'SHIRT-M')
  expect(second).toMatchObject({ sku: 'SHIRT-M', received: 2 })
  expect(toReceipt(second?.counts ?? {})).toEqual([{ lineId: 1, received: 2, damaged: 0, closes: false }])
})

test('what is not on the shipment, or done, is not counted', () => {
  expect(withScan([line(1, 'SHIRT-M')], {}, 'OTHER')).toBeUndefined()
  expect(withScan([line(2, 'SHIRT-L', true)], {}, 'SHIRT-L')).toBeUndefined()
  expect(counted('-3 x')).toBe('3')
})

test('what was touched and holds nothing is no receipt; what will not come any more is', () => {
  const empty = { received: '', damaged: '0', closes: false }
  expect(toReceipt({ 1: empty })).toEqual([])
  expect(toReceipt({ 1: empty, 2: { ...empty, closes: true } })).toMatchObject([{ lineId: 2, received: 0 }])
})

test('pieces beyond what is still expected are seen before they are taken in', () => {
  const lines = [{ ...line(1, 'SHIRT-M'), received: 3, damaged: 1 }, line(2, 'SHIRT-L', true)]
  const count = (received: string, damaged = '') => ({ received, damaged, closes: false })
  expect(countedBeyond(lines, { 1: count('1') })).toEqual([])
  expect(countedBeyond(lines, { 1: count('1', '2'), 2: count('6') })).toEqual([
    { sku: 'SHIRT-M', over: 2 },
    { sku: 'SHIRT-L', over: 1 },
  ])
})

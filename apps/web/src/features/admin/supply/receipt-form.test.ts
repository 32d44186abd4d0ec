import { expect, test } from 'vitest'
import { counted, toReceipt, withScan } from './receipt-form'

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
  expect(toReceipt(lines, second?.counts ?? {})).toEqual([{ lineId: 1, received: 2, damaged: 0, closes: false }])
})

test('what is not on the shipment, or done, is not counted', () => {
  expect(withScan([line(1, 'SHIRT-M')], {}, 'OTHER')).toBeUndefined()
  expect(withScan([line(2, 'SHIRT-L', true)], {}, 'SHIRT-L')).toBeUndefined()
  expect(counted('-3 x')).toBe('3')
})

test('a line that somebody else has closed while it was counted is left out', () => {
  const { counts } = withScan([line(1, 'SHIRT-M'), line(2, 'SHIRT-L')], {}, 'SHIRT-M') ?? { counts: {} }
  const both = withScan([line(1, 'SHIRT-M'), line(2, 'SHIRT-L')], counts, 'SHIRT-L')?.counts ?? {}
  expect(toReceipt([line(1, 'SHIRT-M', true), line(2, 'SHIRT-L')], both)).toMatchObject([{ lineId: 2, received: 1 }])
})

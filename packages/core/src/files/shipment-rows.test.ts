import { expect, test } from 'vitest'
import { SHIPMENT_LINES_MAX } from '../supply/schemas'
import { readHeader } from './file-kinds'
import { readShipmentRow, type ShipmentRow } from './read-shipment-row'
import { createShipmentSorter } from './sort-shipment-rows'

const TODAY = '2026-11-26'
const header = readHeader('shipments', [
  'Supplier',
  'Reference',
  'SKU',
  'Location',
  'Units',
  'Expected on',
  'Purchase order',
  'presale',
])
const read = (...texts: string[]) => {
  if (!('places' in header)) throw new Error('the header is good')
  const cells = texts.map((text, n) => ({ text, column: n * 10 + 1 }))
  return readShipmentRow({ places: header.places, width: 8 }, { line: 7, cells }, TODAY)
}
const row = (changes: Partial<ShipmentRow> = {}): ShipmentRow => ({
  line: 2,
  rowId: 'line 2',
  supplier: 'MILL',
  location: 'AMS',
  reference: 'R-1',
  sku: 'A',
  units: 5,
  presale: false,
  expectedOn: '2026-12-01',
  places: {},
  ...changes,
})

test('a row says what comes, from whom, where and when', () => {
  expect(read('MILL', 'R-1', 'A', 'AMS', '5', '2026-12-01', '', 'Yes')).toMatchObject({
    row: { supplier: 'MILL', reference: 'R-1', sku: 'A', location: 'AMS', units: 5, presale: true, rowId: 'line 7' },
  })
  expect(read('MILL', 'R-1', 'A', 'AMS', '5', TODAY, 'PO-7', '')).toMatchObject({
    row: { purchaseOrder: 'PO-7', presale: false, expectedOn: TODAY },
  })
})

test('everything wrong with a row is said with line and column: past days, nothing to come, formulas', () => {
  expect(read('=MILL', '', 'A', 'AMS', '0', '2026-11-25', '', 'perhaps')).toMatchObject({
    problems: [
      { line: 7, column: 1, name: 'supplier', code: 'FORMULA' },
      { line: 7, column: 11, name: 'reference', code: 'EMPTY_CELL' },
      { line: 7, column: 41, name: 'units', code: 'OUT_OF_RANGE', value: '0' },
      { line: 7, column: 51, name: 'expected_on', code: 'IN_THE_PAST', value: '2026-11-25' },
      { line: 7, column: 71, name: 'presale', code: 'NOT_YES_OR_NO', value: 'perhaps' },
    ],
  })
  expect(read('MILL', 'R-1', 'A', 'AMS', '1.5', '2026-02-30', '', '')).toMatchObject({
    problems: [{ code: 'NOT_A_NUMBER' }, { code: 'BAD_DAY' }],
  })
})

test('rows of one reference are one shipment, wherever they stand; suppliers do not share references', () => {
  const sort = createShipmentSorter()
  expect(sort(row())).toEqual({ shipmentNo: 1 })
  expect(sort(row({ line: 3, rowId: 'b', supplier: 'DYER' }))).toEqual({ shipmentNo: 2 })
  expect(sort(row({ line: 4, rowId: 'c', sku: 'B' }))).toEqual({ shipmentNo: 1 })
})

test('a SKU named twice, another day, another place or a row id used before are told of by the line they differ from', () => {
  const sort = createShipmentSorter()
  sort(row({ purchaseOrder: 'PO-1' }))
  const later = (changes: Partial<ShipmentRow>) =>
    sort(row({ line: 9, rowId: 'z', sku: 'Z', purchaseOrder: 'PO-1', ...changes }))
  expect([
    later({ sku: 'A' }),
    later({ rowId: 'line 2' }),
    later({ expectedOn: '2026-12-02' }),
    later({ location: 'BER' }),
    sort(row({ line: 9, rowId: 'z', sku: 'Z' })),
  ]).toEqual([
    { misplaced: { column: 'sku', code: 'REPEATED', value: 'as line 2' } },
    { misplaced: { column: 'row_id', code: 'REPEATED', value: 'as line 2' } },
    { misplaced: { column: 'expected_on', code: 'DIFFERS', value: '2026-12-02, not as line 2' } },
    { misplaced: { column: 'location', code: 'DIFFERS', value: 'BER, not as line 2' } },
    { misplaced: { column: 'purchase_order', code: 'DIFFERS', value: 'none, not as line 2' } },
  ])
})

test('a row without an id goes by its line: an id that names the line of one is no other, before it or behind', () => {
  const sort = createShipmentSorter()
  sort(row({ line: 20_000, rowId: 'line 20000' }))
  sort(row({ line: 20_001, rowId: 'line 20003', sku: 'B' }))
  const later = (line: number, rowId: string) => sort(row({ line, rowId, sku: `C-${line}` }))
  expect([
    later(20_002, 'line 20000'),
    later(20_003, 'line 20003'),
    later(20_004, 'line 020000'),
    later(20_005, 'line 20005'),
  ]).toEqual([
    { misplaced: { column: 'row_id', code: 'REPEATED', value: 'as line 20000' } },
    { misplaced: { column: 'row_id', code: 'REPEATED', value: 'as line 20001' } },
    { shipmentNo: 1 },
    { shipmentNo: 1 },
  ])
})

test('a shipment has no more lines than the form takes', () => {
  const sort = createShipmentSorter()
  const answers = Array.from({ length: SHIPMENT_LINES_MAX + 1 }, (_, n) => sort(row({ rowId: `${n}`, sku: `S-${n}` })))
  expect(answers.at(-2)).toEqual({ shipmentNo: 1 })
  expect(answers.at(-1)).toMatchObject({ misplaced: { code: 'TOO_MANY_LINES' } })
})

import { EMPTY_STOCK, type StockGridRow } from '@selvedge/core'
import { expect, test } from 'vitest'
import {
  afterSending,
  besideLevels,
  type Edits,
  insistedOn,
  isOvertaken,
  type PendingEdit,
  pasteBlock,
  readBlock,
  readUnits,
  reversed,
  withEdit,
  withoutOvertaken,
} from './edits'

const row = (recordId: number, onHand: number): StockGridRow => ({
  ...EMPTY_STOCK,
  recordId,
  variantId: 1,
  locationId: 1,
  version: 7,
  onHand,
  sku: `SKU-${recordId}`,
  productTitle: 'Overshirt',
  brand: 'Brand',
  colour: 'black',
  size: 'M',
  locationCode: 'RTM',
  available: onHand,
  incoming: 0,
})
const none: Edits = new Map()

test.each([
  ['12', 12],
  [' 0 ', 0],
  ['1 200', 1_200],
  ["1'200", 1_200],
  ['-1', undefined],
  ['1.5', undefined],
  ['1e3', undefined],
  ['=1+1', undefined],
  ['', undefined],
  ['9999999', undefined],
])('%j is read as %s units', (typed, units) => expect(readUnits(typed)).toBe(units))

test('a figure put back to what was seen is no change any more', () => {
  const edits = withEdit(none, row(1, 10), 'onHand', 12)
  expect([...edits.values()]).toMatchObject([{ seen: 10, value: 12, state: 'pending' }])
  expect(withEdit(edits, row(1, 10), 'onHand', 10).size).toBe(0)
})

test('a figure that moves under a pending change is still held against what was first seen', () => {
  const edits = withEdit(withEdit(none, row(1, 10), 'onHand', 12), row(1, 9), 'onHand', 13)
  expect([...edits.values()]).toMatchObject([{ seen: 10, value: 13 }])
})

test('a block from a sheet lands on the cells below and beside, line by line', () => {
  const block = readBlock('5\t1\r\n6\t2\r\n')
  const { edits, taken, refused } = pasteBlock(none, block, [row(1, 10), row(2, 10)], ['onHand', 'safetyStock'])
  expect([taken, refused]).toEqual([4, []])
  expect([...edits.values()].map(({ recordId, figure, value }) => [recordId, figure, value])).toEqual([
    [1, 'onHand', 5],
    [1, 'safetyStock', 1],
    [2, 'onHand', 6],
    [2, 'safetyStock', 2],
  ])
})

test('a block that does not fit changes nothing and says where it does not', () => {
  const { edits, taken, refused } = pasteBlock(none, readBlock('5\nfive\n7'), [row(1, 10), row(2, 10)], ['onHand'])
  expect([edits, taken]).toEqual([none, 0])
  expect(refused).toEqual(['line 2: “five” is no whole number of units', 'line 3: there is no row for it'])
  expect(pasteBlock(none, [['5', '1']], [row(1, 10)], ['onHand', undefined]).refused).toHaveLength(1)
})

test('taking a batch back sets every cell to what it was', () => {
  const saved = [{ recordId: 1, variantId: 1, figure: 'onHand', seen: 10, value: 12 }] as const
  expect(reversed(saved)).toEqual([{ recordId: 1, variantId: 1, figure: 'onHand', seen: 12, value: 10 }])
})

const pending = (recordId: number, value: number): PendingEdit => {
  const [cell] = withEdit(none, row(recordId, 10), 'onHand', value).values()
  if (!cell) throw new Error('no change')
  return cell
}
const conflict = (recordId: number, value: number): PendingEdit => ({
  ...pending(recordId, value),
  state: 'conflict',
  current: 8,
})
const book = (...cells: PendingEdit[]): Edits => new Map(cells.map((cell) => [`${cell.recordId}/onHand`, cell]))

test('a conflict that nobody has decided outlives the next save and its undo', () => {
  const open = book(conflict(1, 12), pending(2, 5))
  const saved = afterSending(open, { saved: [pending(2, 5)], conflicts: [], left: [] })
  expect([...saved.values()]).toEqual([conflict(1, 12)])
  const undone = afterSending(saved, { saved: [{ ...pending(2, 5), seen: 5, value: 10 }], conflicts: [], left: [] })
  expect([...undone.values()]).toEqual([conflict(1, 12)])
})

test('what is typed while a cell is being saved is held against what was saved', () => {
  const after = afterSending(book(pending(1, 7)), { saved: [pending(1, 6)], conflicts: [], left: [] })
  expect([...after.values()]).toMatchObject([{ seen: 6, value: 7, state: 'pending' }])
})

test('cells that the shop did not answer for stay to be saved', () => {
  const after = afterSending(book(pending(1, 7)), { saved: [], conflicts: [conflict(3, 4)], left: [pending(2, 6)] })
  expect([...after.values()].map(({ recordId, state }) => [recordId, state])).toEqual([
    [1, 'pending'],
    [3, 'conflict'],
    [2, 'pending'],
  ])
})

test('what a colleague changes under a pending figure is said, nothing written is lost, and either figure can be taken', () => {
  const edits = withEdit(withEdit(none, row(1, 10), 'onHand', 12), row(2, 5), 'onHand', 6)
  const beside = besideLevels(edits, new Map([[1, { ...row(1, 9), version: 8 }]]))
  expect([...beside.values()]).toMatchObject([
    { seen: 10, value: 12, current: 9 },
    { seen: 5, value: 6 },
  ])
  expect([...beside.values()].map(isOvertaken)).toEqual([true, false])
  expect([...insistedOn(beside).values()]).toMatchObject([
    { seen: 9, value: 12 },
    { seen: 5, value: 6 },
  ])
  expect([...insistedOn(beside).values()].map(isOvertaken)).toEqual([false, false])
  expect([...withoutOvertaken(beside).values()]).toMatchObject([{ recordId: 2 }])
})

test('a level that is no newer than what was seen says nothing, one that is back as it was neither', () => {
  const edits = withEdit(none, row(1, 10), 'onHand', 12)
  expect(besideLevels(edits, new Map([[1, row(1, 3)]]))).toBe(edits)
  const beside = besideLevels(edits, new Map([[1, { ...row(1, 9), version: 8 }]]))
  expect([...besideLevels(beside, new Map([[1, { ...row(1, 10), version: 9 }]])).values()].map(isOvertaken)).toEqual([
    false,
  ])
  expect(besideLevels(edits, new Map([[1, { ...row(1, 10), version: 8 }]]))).toBe(edits)
})

test('a figure that a colleague has set to what was wanted is no change any more', () => {
  const edits = withEdit(none, row(1, 10), 'onHand', 12)
  expect(besideLevels(edits, new Map([[1, { ...row(1, 12), version: 8 }]])).size).toBe(0)
})

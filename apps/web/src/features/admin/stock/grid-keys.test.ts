import { expect, test } from 'vitest'
import { moveInGrid } from './grid-keys'

const size = { rows: 40, columns: 10, pageRows: 8 }
const press = (key: string, from: { row: number; column: number }, ctrlKey = false) =>
  moveInGrid(from, { key, ctrlKey }, size)

test('arrows move one cell and stop at the edges', () => {
  expect(press('ArrowDown', { row: 3, column: 2 })).toEqual({ row: 4, column: 2 })
  expect(press('ArrowDown', { row: 39, column: 2 })).toEqual({ row: 39, column: 2 })
  expect(press('ArrowLeft', { row: 3, column: 0 })).toEqual({ row: 3, column: 0 })
  expect(press('ArrowRight', { row: 3, column: 9 })).toEqual({ row: 3, column: 9 })
})

test('page keys move a screenful, Home and End along the row, with Ctrl to the corners', () => {
  expect(press('PageDown', { row: 36, column: 1 })).toEqual({ row: 39, column: 1 })
  expect(press('PageUp', { row: 20, column: 1 })).toEqual({ row: 12, column: 1 })
  expect(press('End', { row: 2, column: 1 })).toEqual({ row: 2, column: 9 })
  expect(press('Home', { row: 22, column: 4 }, true)).toEqual({ row: 0, column: 0 })
  expect(press('End', { row: 2, column: 1 }, true)).toEqual({ row: 39, column: 9 })
})

test('letters are left to the browser', () => {
  expect(press('a', { row: 0, column: 0 })).toBeUndefined()
})

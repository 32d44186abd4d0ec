import { expect, test } from 'vitest'
import { createPricesCell, type Repriced } from './prices-cell'

const cellWith = () => {
  const due: { readonly ms: number; readonly call: () => void }[] = []
  const heard: Repriced[] = []
  const clock = { ms: 1_000 }
  const cell = createPricesCell({
    now: () => clock.ms,
    later: (ms, call) => void due.push({ ms, call }),
    random: () => 0.5,
  })
  const stop = cell.listen((moved) => heard.push(moved))
  return { cell, clock, due, heard, stop, pass: () => due.shift()?.call() }
}

test('what moves together is told once, at a moment of the page’s own within what it was given', () => {
  const { cell, due, heard, pass } = cellWith()
  cell.tell({ productIds: [7], spreadMs: 4_000 })
  cell.tell({ productIds: [8], spreadMs: 9_000 })
  expect(due.map(({ ms }) => ms)).toEqual([2_000])
  pass()
  expect(heard.map((moved) => [7, 8, 9].filter((id) => moved.has(id)))).toEqual([[7, 8]])
})

test('who comes later knows whether it moved since they were drawn', () => {
  const { cell, clock, pass } = cellWith()
  cell.tell({ productIds: [7], spreadMs: 0 })
  pass()
  expect([cell.hasMovedSince(7, 999), cell.hasMovedSince(7, 1_000), cell.hasMovedSince(8, 0)]).toEqual([
    true,
    false,
    false,
  ])
  clock.ms = 2_000
  cell.tell({ spreadMs: 0 })
  pass()
  expect([cell.hasMovedSince(7, 1_500), cell.hasMovedSince(8, 1_500), cell.hasMovedSince(8, 2_000)]).toEqual([
    true,
    true,
    false,
  ])
})

test('of very many nobody says which: everything has moved then, and what comes later is told anew', () => {
  const { cell, heard, pass, stop } = cellWith()
  cell.tell({ spreadMs: 1_000 })
  pass()
  cell.tell({ productIds: [7], spreadMs: 1_000 })
  pass()
  expect(heard.map((moved) => moved.has(9))).toEqual([true, false])
  stop()
  cell.tell({ productIds: [9], spreadMs: 1_000 })
  pass()
  expect(heard).toHaveLength(2)
})

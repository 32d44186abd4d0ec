import { expect, test } from 'vitest'
import { placedNeighbours } from './placed-models'

test('neighbours stand by place, best first; what the table does not know, itself, and what is no number are left out', () => {
  // The model knows 10, 20 and 30; the table 30 and 10, and one that the model has never seen.
  const placeOf = (id: number): number => [30, 10, 7].indexOf(id)
  const { from, places, scores } = placedNeighbours(
    { size: 3, placeOf },
    {
      itemIds: Int32Array.of(10, 20, 30),
      offsets: Int32Array.of(0, 2, 3, 6),
      neighbours: Int32Array.of(1, 2, 0, 2, 0, 0),
      scores: Float32Array.of(1, 0.5, 1, 1, 0.25, Number.NaN),
    },
  )
  expect([...from]).toEqual([0, 1, 2, 2])
  expect([...places]).toEqual([1, 0])
  expect([...scores]).toEqual([0.25, 0.5])
})

test('of very many neighbours the sixty best are kept', () => {
  const count = 100
  const itemIds = Int32Array.from({ length: count }, (_, n) => n + 1)
  const { from, places } = placedNeighbours(
    { size: count, placeOf: (id) => id - 1 },
    {
      itemIds,
      offsets: Int32Array.from({ length: count + 1 }, (_, n) => (n === 0 ? 0 : count - 1)),
      neighbours: Int32Array.from({ length: count - 1 }, (_, n) => n + 1),
      scores: Float32Array.from({ length: count - 1 }, (_, n) => 1 - n / count),
    },
  )
  expect(from[1]).toBe(60)
  expect(from[count]).toBe(60)
  expect([...places]).toEqual(Array.from({ length: 60 }, (_, n) => n + 1))
})

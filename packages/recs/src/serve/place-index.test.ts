import { expect, test } from 'vitest'
import { createPlaceIndex } from './place-index'

test.each([
  ['ids that follow each other', [1, 2, 3, 7]],
  ['ids far apart', [5, 900_000, 2_000_000_000]],
])('every id is found at its place and no other id at all: %s', (_, known) => {
  const placeOf = createPlaceIndex(Int32Array.from(known))
  expect(known.map(placeOf)).toEqual([...known.keys()])
  for (const other of [0, -1, 4, 8, 1.5, 2 ** 40, Number.NaN]) expect(placeOf(other)).toBe(-1)
})

test('of no ids none is found', () => {
  expect(createPlaceIndex(new Int32Array(0))(1)).toBe(-1)
})

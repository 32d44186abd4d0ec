import { expect, test } from 'vitest'
import { keptBack } from './kept-back'

test('a record keeps what its place keeps, unless staff said otherwise for it', () => {
  expect(keptBack({ placeUnits: 2, onHand: 9 })).toBe(2)
  expect(keptBack({ placeUnits: 2, override: 0, onHand: 9 })).toBe(0)
  expect(keptBack({ placeUnits: 0, override: 5, onHand: 3 })).toBe(5)
})

test('of what a supplier has not reported lately, nothing is sold; a report brings it back', () => {
  const facts = { placeUnits: 1, onHand: 9, staleAfterMinutes: 60 }
  expect(keptBack({ ...facts, reportedMinutesAgo: 60 })).toBe(1)
  expect(keptBack({ ...facts, reportedMinutesAgo: 61 })).toBe(9)
  expect(keptBack(facts)).toBe(9)
  expect(keptBack({ ...facts, override: 12, reportedMinutesAgo: 61 })).toBe(12)
})

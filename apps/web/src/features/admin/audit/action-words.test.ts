import { expect, test } from 'vitest'
import { factsOf, outcomeWords, roomAndDeed } from './action-words'

test('a change is told by its place and its deed', () => {
  expect(roomAndDeed('admin.safety.followRule')).toEqual({ room: 'Safety', deed: 'Follow rule' })
  expect(roomAndDeed('admin.recommendations.rules.save')).toEqual({ room: 'Recommendations, rules', deed: 'Save' })
})

test('what was asked for is read fact by fact', () => {
  expect(factsOf({ locationId: 3, note: null, lines: [{ sku: 'A' }] })).toEqual([
    ['location id', '3'],
    ['note', 'none'],
    ['lines', '[{"sku":"A"}]'],
  ])
  expect(factsOf(null)).toEqual([])
  expect(factsOf(7)).toEqual([['value', '7']])
})

test('an outcome is told in words', () => {
  expect(['done', 'FAULT', 'STOCK_CHANGED', undefined].map(outcomeWords)).toEqual([
    'done',
    'fault',
    'refused: stock changed',
    'no outcome',
  ])
})

import { expect, test } from 'vitest'
import { factsOf, outcomeWords, roomAndDeed } from './action-words'

test('a change is told by its place and its deed', () => {
  expect(roomAndDeed('admin.safety.save')).toEqual({ room: 'Safety', deed: 'Rule of a place' })
  expect(roomAndDeed('admin.supply.setBackorder')).toEqual({ room: 'Supply', deed: 'Backorders allowed' })
  expect(roomAndDeed('admin.recommendations.rules.save')).toEqual({ room: 'Recommendations, rules', deed: 'Save' })
})

const places = new Map([[3, 'LEJ, Leipzig']])

test('what was asked for is read fact by fact, a place by its name', () => {
  expect(factsOf({ locationId: 3, toLocationId: 9, note: null, lines: [{ sku: 'A' }] }, undefined, places)).toEqual([
    { name: 'place', value: 'LEJ, Leipzig' },
    { name: 'to place', value: 'no. 9' },
    { name: 'note', value: 'none' },
    { name: 'lines', value: '[{"sku":"A"}]' },
  ])
  expect(factsOf(null, undefined, places)).toEqual([])
  expect(factsOf(7, undefined, places)).toEqual([{ name: 'value', value: '7' }])
})

test('what stood there before is told beside what was asked for', () => {
  expect(factsOf({ units: 2, delta: -3 }, { units: 1, onHand: 9 }, places)).toEqual([
    { name: 'on hand before', value: '9' },
    { name: 'units', value: '2', was: '1' },
    { name: 'delta', value: '-3' },
  ])
})

test('of a group of settings those are told that changed', () => {
  const policy = { rules: ['nearest', 'priority'], split: true, keep: 1 }
  expect(factsOf({ policy }, { policy: { ...policy, rules: ['priority'], split: false, most: 2 } }, places)).toEqual([
    { name: 'policy, rules', value: 'nearest, priority', was: 'priority' },
    { name: 'policy, split', value: 'true', was: 'false' },
    { name: 'policy, most', value: 'none', was: '2' },
  ])
  expect(factsOf({ policy }, { policy }, places)).toEqual([{ name: 'policy', value: 'as it was' }])
})

test('an outcome is told in words', () => {
  expect(['done', 'FAULT', 'STOCK_CHANGED', undefined].map(outcomeWords)).toEqual([
    'done',
    'fault',
    'refused: stock changed',
    'no outcome',
  ])
})

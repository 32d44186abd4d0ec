import { expect, test } from 'vitest'
import { pieceSlug } from '../frame/piece-address'
import { EMPTY_PLAN, readPlan } from './read-plan'

const NOW = Date.UTC(2027, 0, 10)
const draft = { ...EMPTY_PLAN, name: 'Winter clears', collection: 'indigo-room' }

test('a plan without a start begins now; empty conditions are none', () => {
  expect(readPlan(draft, NOW)).toEqual({
    value: {
      name: 'Winter clears',
      scope: { kind: 'collection', slug: 'indigo-room' },
      percent: 20,
      startsAtMs: NOW,
    },
  })
})

test('a piece is named by its slug or by its whole address', () => {
  expect(pieceSlug('https://shop.example/p/ragna-coat-12?colour=navy')).toBe('ragna-coat-12')
  expect(pieceSlug(' ragna-coat-12 ')).toBe('ragna-coat-12')
})

test.each([
  ['name', { name: ' ' }],
  ['scope', { collection: '' }],
  ['percent', { percent: '12.5' }],
  ['percent', { percent: 'half' }],
  ['percent', { percent: '91' }],
  ['endsAtMs', { endsAt: '2020-01-01T00:00' }],
  ['startsAtMs', { startsAt: 'soon' }],
  ['minUnits', { minUnits: '-1' }],
])('%s is named when it is wrong', (field, wrong) => {
  expect(Object.keys(readPlan({ ...draft, ...wrong }, NOW).errors ?? {})).toEqual([field])
})

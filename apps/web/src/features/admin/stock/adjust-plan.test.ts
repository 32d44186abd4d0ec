import { expect, test } from 'vitest'
import { type Figures, planAdjustment } from './adjust-plan'

const level: Figures = {
  onHand: 10,
  reserved: 2,
  allocated: 3,
  unavailable: 1,
  short: 0,
  oversellCap: 0,
  safetyStock: 2,
}

test('a change and a count that mean the same plan the same', () => {
  const expected = { kind: 'change', delta: -2, onHandAfter: 8, availableAfter: 0, found: 0, unbacked: 0 }
  expect(planAdjustment(level, 'change', '-2')).toEqual(expected)
  expect(planAdjustment(level, 'change', '−2')).toEqual(expected)
  expect(planAdjustment(level, 'counted', '8')).toEqual(expected)
})

test('a count that agrees with the books changes nothing', () => {
  expect(planAdjustment(level, 'counted', '10')).toEqual({ kind: 'same' })
  expect(planAdjustment(level, 'change', '0')).toEqual({ kind: 'same' })
})

test('promises left without units are announced before anything is saved', () => {
  expect(planAdjustment(level, 'counted', '3')).toMatchObject({ unbacked: 3, found: 0 })
})

test('taking away more than the books had is announced as found first', () => {
  expect(planAdjustment(level, 'change', '-12')).toMatchObject({ onHandAfter: 0, found: 2 })
})

test.each(['1.5', 'a few', '1e9', '--1', '-1 '.repeat(2)])('%s is not a number of pieces', (typed) => {
  expect(planAdjustment(level, 'change', typed)).toMatchObject({ kind: 'wrong' })
})

test('nobody counts below nothing or beyond any warehouse', () => {
  expect(planAdjustment(level, 'counted', '-1')).toMatchObject({ kind: 'wrong' })
  expect(planAdjustment(level, 'change', '999999999')).toMatchObject({ kind: 'wrong' })
})

import { expect, test } from 'vitest'
import { onCurve, scoreOf } from './score'

test('a metric earns .9 at its good value, .5 at its middling one, all of it at nothing and hardly any far beyond', () => {
  expect(onCurve(2_500, 2_500, 4_000)).toBeCloseTo(0.9, 5)
  expect(onCurve(4_000, 2_500, 4_000)).toBeCloseTo(0.5, 5)
  expect(onCurve(0, 0.1, 0.25)).toBe(1)
  expect(onCurve(20_000, 2_500, 4_000)).toBeLessThan(0.001)
})

test('a page is weighed by its metrics', () => {
  const good = { firstPaint: 1_800, largestPaint: 2_500, blocked: 200, layoutShift: 0.1 }
  expect(scoreOf(good)).toBeCloseTo(90, 3)
  // Of 90 hundredths blocking is 30: .9 of it becomes .5.
  expect(scoreOf({ ...good, blocked: 600 })).toBeCloseTo(90 - (0.4 * 30 * 100) / 90, 3)
})

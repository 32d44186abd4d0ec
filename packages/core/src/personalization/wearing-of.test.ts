import { expect, test } from 'vitest'
import type { SizeEvidence } from './profile'
import { wearingOf } from './wearing-of'

const evidence = (size: string, changes: Partial<SizeEvidence>): SizeEvidence => ({
  department: 'women',
  category: 'tops',
  brand: 'brask',
  size,
  chosen: 0,
  kept: 0,
  tooSmall: 0,
  tooLarge: 0,
  lastAtMs: 0,
  ...changes,
})

test('what was kept fits, what came back says how it was, and a size only looked at says nothing', () => {
  const wearing = wearingOf({
    sizes: [evidence('M', { kept: 1.9 }), evidence('S', { tooSmall: 1, kept: -1 }), evidence('L', { chosen: 6 })],
  })
  expect(wearing?.worn).toEqual([
    { size: 'M', outcome: 'fit' },
    { size: 'M', outcome: 'fit' },
    { size: 'S', outcome: 'small' },
  ])
})

test('the usual size counts as a piece that fits; a body alone is something known', () => {
  expect(wearingOf({ sizes: [] }, { usualSize: 'L' })?.worn).toEqual([{ size: 'L', outcome: 'fit' }])
  expect(wearingOf({ sizes: [] }, { heightCm: 180 })).toEqual({ worn: [], body: { heightCm: 180 } })
})

test('of somebody unknown nothing is said', () => {
  expect(wearingOf({ sizes: [] })).toBeUndefined()
})

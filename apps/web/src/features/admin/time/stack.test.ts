import { EMPTY_STOCK } from '@selvedge/core'
import { expect, test } from 'vitest'
import { LAYERS, layerPath, layersOf, niceTop } from './stack'

const empty = { ...EMPTY_STOCK, incoming: 0 }

test('the layers of the shelf add up to what is on hand', () => {
  const state = { ...empty, onHand: 47, reserved: 3, allocated: 10, unavailable: 2, oversellCap: 5, incoming: 20 }
  const { incoming, ...shelf } = layersOf(state)
  expect(Object.values(shelf).reduce((sum, units) => sum + units, 0)).toBe(47)
  expect(incoming).toBe(20)
})

test('promises beyond what is there leave nothing free, and nothing below zero', () => {
  expect(layersOf({ ...empty, onHand: 2, allocated: 3, short: 1 })).toMatchObject({ allocated: 3, available: 0 })
  // By effective time a sale may count before the delivery it was sold from.
  for (const layer of LAYERS) expect(layersOf({ ...empty, onHand: -4, reserved: -1 })[layer]).toBe(0)
})

test.each([
  [0, 2],
  [3, 4],
  [47, 50],
  [100, 100],
  [101, 150],
])('an axis for %i ends at %i', (most, top) => expect(niceTop(most)).toBe(top))

test('a layer stands on the ones below it and closes', () => {
  const points = [0, 50].map((x) => ({
    x,
    layers: layersOf({ ...empty, onHand: 10, allocated: x === 0 ? 0 : 5 }),
  }))
  const size = { width: 100, height: 100, top: 10 }
  expect(layerPath(points, 'allocated', size)).toBe('M0.00 100.00 H50.00 V50.00 H100.00 V100.00 H50.00 V100.00 H0.00 Z')
  expect(layerPath(points, 'available', size)).toBe('M0.00 0.00 H50.00 V0.00 H100.00 V50.00 H50.00 V100.00 H0.00 Z')
})

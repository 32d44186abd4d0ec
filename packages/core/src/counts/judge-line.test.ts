import fc from 'fast-check'
import { expect, test } from 'vitest'
import { judgeLine } from './judge-line'

const threshold = { units: 2, percent: 10 }
const look = (counted: number, onHand: number) => ({ counted, onHand, version: 1 })
const line = { recordId: 1, variantId: 1 }

test('a shelf short of three in ten is looked at twice; the second look decides', () => {
  expect(judgeLine({ ...line, first: look(7, 10) }, threshold)).toEqual({ standing: 'recount' })
  expect(judgeLine({ ...line, first: look(7, 10), second: look(9, 9) }, threshold)).toMatchObject({
    standing: 'counted',
    difference: 0,
  })
})

test('two of ten is believed at once, and so are three of a hundred', () => {
  expect(judgeLine({ ...line, first: look(8, 10) }, threshold)).toMatchObject({ difference: -2 })
  expect(judgeLine({ ...line, first: look(97, 100) }, threshold)).toMatchObject({ difference: -3 })
})

test('sales between the look and the posting do not change the difference', () => {
  fc.assert(
    fc.property(fc.nat({ max: 50 }), fc.nat({ max: 50 }), fc.nat({ max: 50 }), (onHand, missing, sold) => {
      const counted = Math.max(0, onHand - missing)
      const judged = judgeLine({ ...line, first: look(counted, onHand), second: look(counted, onHand) }, threshold)
      const difference = judged.standing === 'counted' ? judged.difference : Number.NaN
      const level = onHand - Math.min(sold, counted)
      // The shelf after the sales holds what was counted less what was sold; so does the level after the posting.
      expect(level + difference).toBe(counted - Math.min(sold, counted))
    }),
  )
})

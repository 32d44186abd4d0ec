import fc from 'fast-check'
import { expect, test } from 'vitest'
import { settingOf } from './entry-effect'
import { STOCK_EVENT_TYPES } from './events'
import { evolve } from './evolve'
import { opensOrCloses } from './opens-or-closes'
import { availableToSell, EMPTY_STOCK, type StockState } from './state'

const entry = fc.record({ type: fc.constantFrom(...STOCK_EVENT_TYPES), quantity: fc.integer({ min: 1, max: 6 }) })

test('an entry opens or closes exactly when there is something to sell on one side of it alone', () => {
  const met = { crossing: 0, other: 0 }
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 40 }), (stream) => {
      let before: StockState = EMPTY_STOCK
      for (const event of stream) {
        const level = evolve(before, event)
        if (settingOf(event.type) === undefined) {
          const crosses = availableToSell(before) > 0 !== availableToSell(level) > 0
          expect(opensOrCloses({ ...event, level })).toBe(crosses)
          met[crosses ? 'crossing' : 'other'] += 1
        } else expect(opensOrCloses({ ...event, level })).toBe(true)
        before = level
      }
    }),
  )
  expect(Math.min(met.crossing, met.other)).toBeGreaterThan(0)
})

test('one of many sold is neither; the last one is, and so is the first that comes back', () => {
  const level = { ...EMPTY_STOCK, onHand: 5, reserved: 4 }
  expect(opensOrCloses({ type: 'Reserved', quantity: 1, level })).toBe(false)
  expect(opensOrCloses({ type: 'Reserved', quantity: 1, level: { ...level, reserved: 5 } })).toBe(true)
  expect(opensOrCloses({ type: 'Expired', quantity: 1, level })).toBe(true)
  expect(opensOrCloses({ type: 'Committed', quantity: 1, level })).toBe(false)
})

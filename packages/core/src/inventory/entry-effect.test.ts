import fc from 'fast-check'
import { expect, test } from 'vitest'
import { effectOn, STOCK_FIGURES, settingOf, typesThatMove } from './entry-effect'
import { STOCK_EVENT_TYPES } from './events'
import { evolve } from './evolve'
import { EMPTY_STOCK, type StockState } from './state'

const entries = fc.array(
  fc.record({ type: fc.constantFrom(...STOCK_EVENT_TYPES), quantity: fc.integer({ min: 0, max: 50 }) }),
  { maxLength: 60 },
)

test('summing entries per kind gives the very fold of them, whatever the entries', () => {
  fc.assert(
    fc.property(entries, (stream) => {
      const fold = stream.reduce<StockState>(evolve, EMPTY_STOCK)
      for (const figure of STOCK_FIGURES) {
        const sum = stream.reduce((units, { type, quantity }) => units + effectOn(type, figure) * quantity, 0)
        const set = stream.findLast(({ type }) => settingOf(type) === figure)?.quantity ?? 0
        expect(fold[figure]).toBe(sum + set)
      }
      expect(fold.version).toBe(stream.length)
    }),
  )
})

test('a figure is either set or added to, so that the order of entries never decides a sum', () => {
  for (const figure of STOCK_FIGURES) {
    const movers = typesThatMove(figure)
    const setters = movers.filter((type) => settingOf(type) === figure)
    expect(setters.length === 0 || setters.length === movers.length).toBe(true)
  }
})

import { expect, test } from 'vitest'
import { createEngine } from './recommend'
import { drawShop, drawShopper, NOW_MS } from './testing/drawn-shop'

const SIZE = 400
const state = drawShop(SIZE, 5)
const engine = createEngine(state)
const ask = { placement: 'for-you', length: 24, nowMs: NOW_MS, seed: 1 } as const
const placeOf = (id: number): number => state.table.placeOf(id)

test('the inspector is told of any one piece how it stands, or why it is no candidate', () => {
  const shopper = drawShopper(2, SIZE)
  const tell = (askedId: number, changes: Partial<Parameters<typeof engine.recommend>[0]> = {}) => {
    const answer = engine.recommend({ ...ask, shopper, isTraced: true, askedId, ...changes })
    return { asked: answer.trace?.asked, answer }
  }
  const { answer } = tell(1)
  const [first] = answer.items
  const [other] = answer.trace?.candidates.filter(({ position }) => position < 0) ?? []
  const [refused] = answer.trace?.refused ?? []
  if (!first || !other || !refused) throw new Error('the drawn shop is too small')
  expect(tell(first.productId).asked).toEqual({ standing: 'shown', position: 0 })
  expect(tell(other.productId).asked).toEqual({ standing: 'candidate', rank: expect.any(Number) })
  const { productId, ...why } = refused
  expect(tell(productId).asked).toEqual({ standing: 'refused', ...why })
  expect(tell(SIZE + 7).asked).toEqual({ standing: 'not-in-catalogue' })

  // With one source of one piece nearly all are offered by none: what a filter would take is said all the same.
  const plan = { quotas: { popular: 1 }, lambda: 1, exploreAt: [], brandMax: 24, categoryMax: 24 }
  const soldOut = state.table.ids.find((id) => state.bits.units(placeOf(id)) === 0) ?? 0
  expect(tell(soldOut, { plan }).asked).toMatchObject({ standing: 'refused', filter: 'sold-out' })
  expect(tell(other.productId, { plan }).asked).toEqual({ standing: 'not-offered' })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AGEING_LIFT_MAX, ageingLift, WISHED_LIFT } from './lifts'
import { createEngine } from './recommend'
import { drawShop, drawShopper, NOW_MS } from './testing/drawn-shop'

const SIZE = 400
const DAY_MS = 86_400_000
const ask = { placement: 'for-you', length: 24, nowMs: NOW_MS, seed: 1 } as const
const savedAt = NOW_MS - 5 * DAY_MS

/** A shop with everything in stock, and a piece in it that sells well to nobody. */
const world = () => {
  const state = drawShop(SIZE, 9, 0)
  const productId = 333
  const place = state.table.placeOf(productId)
  const variant = (size: string): number => state.table.variants.bySku.get(`S-${productId}-${size}`) ?? -1
  const shopper = drawShopper(3, SIZE, { wished: [{ productId, atMs: savedAt }] })
  const shown = (own = shopper) =>
    createEngine(state)
      .recommend({ ...ask, shopper: own })
      .items.find((item) => item.productId === productId)
  return { state, productId, place, variant, shopper, shown }
}

describe('a wish that came true', () => {
  test('is shown and says in which size it is back; while nothing happened to it, it is not brought up', () => {
    const { state, variant, shown } = world()
    expect(shown()?.reason.code).not.toBe('BACK_IN_STOCK')
    state.facts.backAtMs[variant('M')] = savedAt + DAY_MS
    expect(shown()).toMatchObject({ source: 'wished', reason: { code: 'BACK_IN_STOCK', size: 'M' } })
  })

  test('is none where another size came back, where it came back before, or is gone again', () => {
    const other = world()
    other.state.facts.backAtMs[other.variant('S')] = savedAt + DAY_MS
    expect(other.shown()?.source).not.toBe('wished')
    const before = world()
    before.state.facts.backAtMs[before.variant('M')] = savedAt - DAY_MS
    expect(before.shown()?.source).not.toBe('wished')
    const gone = world()
    gone.state.facts.backAtMs[gone.variant('M')] = savedAt + DAY_MS
    gone.state.bits.patch({ sku: `S-${gone.productId}-M`, version: 9, available: 0 })
    expect(gone.shown()).toBeUndefined()
  })

  test('names the size that was waited for, and no size where none is known', () => {
    const { state, productId, variant, shopper, shown } = world()
    state.facts.backAtMs[variant('S')] = savedAt + DAY_MS
    const free = { ...shopper, sizes: new Map() }
    expect(shown(free)?.reason).toEqual({ code: 'BACK_IN_STOCK' })
    const waiting = { ...free, wished: [{ productId, atMs: savedAt, sku: `S-${productId}-S` }] }
    expect(shown(waiting)?.reason).toEqual({ code: 'BACK_IN_STOCK', size: 'S' })
  })

  test('is a price that fell since, by what is off now', () => {
    const { state, place, shown } = world()
    state.facts.markedAtMs[place] = savedAt + DAY_MS
    state.facts.markedOff[place] = 0.2
    expect(shown()?.reason).toEqual({ code: 'NOW_LESS', percent: 20 })
    state.facts.markedAtMs[place] = savedAt - DAY_MS
    expect(shown()?.source).not.toBe('wished')
  })

  test('is not told of what lies in the bag, nor beside another piece', () => {
    const { state, productId, variant, shopper, shown } = world()
    state.facts.backAtMs[variant('M')] = savedAt + DAY_MS
    expect(shown({ ...shopper, recent: [{ productId, kind: 'in-bag', weight: 1 }] })?.source).not.toBe('wished')
    const beside = createEngine(state).recommend({ ...ask, placement: 'similar', anchorId: 4, shopper, isTraced: true })
    expect(beside.trace?.bySource.wished).toBeUndefined()
  })
})

describe('ageing stock with a live markdown', () => {
  test('rises with its age and with what is off, never by more than the cap, and not at all without a markdown', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -10, max: 1e6, noNaN: false }),
        fc.double({ min: -1, max: 2, noNaN: false }),
        (age, off) => {
          const lift = ageingLift(age, off)
          expect(lift).toBeGreaterThanOrEqual(1)
          expect(lift).toBeLessThanOrEqual(AGEING_LIFT_MAX)
          expect(ageingLift(age + 30, off)).toBeGreaterThanOrEqual(Number.isNaN(age) ? 1 : lift)
          expect(ageingLift(age, 0)).toBe(1)
        },
      ),
    )
    expect(ageingLift(30, 0.5)).toBe(1)
    expect(ageingLift(180, 0.4)).toBe(AGEING_LIFT_MAX)
  })

  test('stands before nothing whose chance was more than the cap times its own, in no answer', () => {
    const plan = { quotas: { popular: 200, new: 200 }, lambda: 1, exploreAt: [], brandMax: 1_000, categoryMax: 1_000 }
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 2, max: 9 }), (seed, nth) => {
        const state = drawShop(SIZE, 9, 0.2)
        for (let place = 0; place < SIZE; place += nth) state.facts.lift[place] = ageingLift(60 + (seed % 200), 0.3)
        const { trace } = createEngine(state).recommend({
          ...ask,
          plan,
          shopper: drawShopper(seed, SIZE),
          isTraced: true,
        })
        const shown = (trace?.candidates ?? []).filter(({ position }) => position >= 0)
        shown.sort((a, b) => a.position - b.position)
        for (const [at, { chance, lift }] of shown.entries()) {
          const own = chance / lift
          expect(lift).toBeLessThanOrEqual(AGEING_LIFT_MAX)
          for (const later of shown.slice(at + 1))
            expect(later.chance / later.lift).toBeLessThanOrEqual(own * AGEING_LIFT_MAX * 1.000_01)
        }
      }),
      { numRuns: 30 },
    )
  })

  test('rises in the next answer as soon as the markdown is live, and the inspector says by how much', () => {
    const state = drawShop(SIZE, 9, 0)
    const shopper = drawShopper(3, SIZE)
    const engine = createEngine(state)
    const place = (engine.recommend({ ...ask, shopper }).items[12]?.place ?? -1) | 0
    const of = () =>
      engine
        .recommend({ ...ask, shopper, isTraced: true })
        .trace?.candidates.find((one) => one.productId === state.table.ids[place])
    const before = of()
    state.facts.lift[place] = AGEING_LIFT_MAX
    const after = of()
    expect(after?.lift).toBe(AGEING_LIFT_MAX)
    expect((after?.chance ?? 0) / (before?.chance ?? 1)).toBeCloseTo(AGEING_LIFT_MAX, 4)
    expect(WISHED_LIFT).toBeGreaterThan(AGEING_LIFT_MAX)
  })
})

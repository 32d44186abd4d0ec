import type { MerchandisingRule, PlacementPlan } from '@selvedge/core'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayNumber, dayNumberOf, dayOf } from './day-number'
import { DEFAULT_PLANS } from './placement-plan'
import { createRandom } from './random'
import { createEngine, type EngineState } from './recommend'
import { drawShop, drawShopper, NOW_MS } from './testing/drawn-shop'

const SIZE = 400
const TODAY = dayNumber(NOW_MS)
const ask = { placement: 'for-you', length: 24, nowMs: NOW_MS, seed: 1 } as const

/** A shop in which most is gone and half of that may be promised: soon, late, by a day that has passed, or by none. */
function drawAhead(seed: number): EngineState {
  const state = drawShop(SIZE, seed, 0.8)
  const random = createRandom(seed + 2)
  for (const [variant, sku] of state.table.variants.skus.entries()) {
    if (state.bits.unitsOf(variant) > 0 || random() < 0.5) continue
    state.bits.patch({ sku, version: 2, available: 0, future: Math.floor(random() * 3) })
    const kind = random() < 0.5 ? 'preorder' : 'backorder'
    state.bits.promise(sku, random() < 0.1 ? undefined : { day: TODAY - 9 + Math.floor(random() * 200), kind })
  }
  return state
}

const PIECE = 333
/** A shop with everything in stock but one piece, of which M may be promised, and that piece in front wherever it may be. */
function onePiece({ day = TODAY + 40, productId = PIECE } = {}) {
  const state = drawShop(SIZE, 9, 0)
  for (const size of ['XS', 'S', 'M', 'L', 'XL']) {
    state.bits.patch({ sku: `S-${productId}-${size}`, version: 2, available: 0 })
  }
  const sku = `S-${productId}-M`
  state.bits.patch({ sku, version: 3, available: 0, future: 2 })
  state.bits.promise(sku, { day, kind: 'preorder' })
  const pin: MerchandisingRule = {
    id: 'pin',
    name: 'pin',
    placements: [],
    active: true,
    effect: { kind: 'pin', position: 1 },
    target: { by: 'products', productIds: [productId] },
  }
  const engine = createEngine({ ...state, rules: [pin] })
  const shown = (changes: Partial<Parameters<typeof engine.recommend>[0]> = {}) =>
    engine
      .recommend({ ...ask, shopper: drawShopper(3, SIZE), ...changes })
      .items.find((item) => item.productId === productId)
  return { state, sku, engine, shown }
}

describe('what can be had later', () => {
  test('is shown to nobody who can have it neither now nor by a day within the horizon, whoever asks', () => {
    const engines = [1, 2, 3].map((seed) => createEngine(drawAhead(seed)))
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 0, max: 150 }), (seed, laterDays) => {
        const engine = engines[seed % engines.length] ?? createEngine(drawAhead(seed))
        const { table, bits } = engine.state
        const shopper = drawShopper(seed, SIZE, seed % 3 === 0 ? { sizes: new Map() } : {})
        const plan = { quotas: { popular: 200, new: 200, content: 60 }, lambda: 0.8, exploreAt: [3], brandMax: 24 }
        const { items } = engine.recommend({
          ...ask,
          shopper,
          seed,
          plan: { ...plan, categoryMax: 24, laterDays },
        })
        for (const { place, later } of items) {
          const worn = shopper.sizes.get(table.categories.text(table.category[place] ?? 0))
          const { from, sizes, sizeCode } = table.variants
          const [first = 0, end = 0] = from.subarray(place, place + 2)
          const mine = Array.from({ length: end - first }, (_, n) => first + n).filter(
            (variant) => worn?.includes(sizes.text(sizeCode[variant] ?? 0)) ?? true,
          )
          const isHere = mine.some((variant) => bits.unitsOf(variant) > 0)
          expect(later === undefined).toBe(isHere)
          if (later === undefined) continue
          const day = dayNumberOf(later.shipsBy)
          expect(day).toBeGreaterThanOrEqual(TODAY)
          expect(day).toBeLessThanOrEqual(TODAY + laterDays)
          const days = mine.map((variant) => bits.promisedBy(variant)).filter((one) => one >= TODAY)
          expect(day).toBe(Math.min(...days))
          expect(later.sizes === undefined).toBe(worn === undefined)
        }
      }),
      { numRuns: 40 },
    )
  })

  test('says by when and in which size, and comes to nobody who wears another', () => {
    const { shown } = onePiece()
    expect(shown()?.later).toEqual({ kind: 'preorder', shipsBy: dayOf(TODAY + 40), sizes: ['M'] })
    expect(shown({ shopper: drawShopper(3, SIZE, { sizes: new Map() }) })?.later).toEqual({
      kind: 'preorder',
      shipsBy: dayOf(TODAY + 40),
    })
    const shopper = drawShopper(3, SIZE)
    const sizes = new Map([...shopper.sizes.keys()].map((category) => [category, ['L']]))
    expect(shown({ shopper: { ...shopper, sizes } })).toBeUndefined()
  })

  test('is gone from the next answer with the last that may be promised, and once its day has passed', () => {
    const { state, sku, shown } = onePiece({ day: TODAY })
    expect(shown()?.later?.shipsBy).toBe(dayOf(TODAY))
    expect(shown({ nowMs: NOW_MS + 86_400_000 })).toBeUndefined()
    state.bits.patch({ sku, version: 4, available: 0 })
    expect(shown()).toBeUndefined()
    // Free again, it has no day until that is looked up: the one of before was of another queue.
    state.bits.patch({ sku, version: 5, available: 0, future: 1 })
    expect(state.bits.promisable('undated')).toEqual([sku])
    expect(shown()).toBeUndefined()
    state.bits.promise(sku, { day: TODAY + 1, kind: 'backorder' })
    expect(shown()?.later).toMatchObject({ kind: 'backorder', shipsBy: dayOf(TODAY + 1) })
    // Nobody names a day: it is not shown, and not asked for again at every look.
    state.bits.promise(sku, undefined)
    expect(shown()).toBeUndefined()
    expect([state.bits.promisable('undated'), state.bits.promisable('all')]).toEqual([[], [sku]])
  })

  test('is told by SKU, with whether it is another day than was known', () => {
    const { state, sku } = onePiece({ day: TODAY + 40 })
    const { bits } = state
    const preorder = (day: number) => ({ day, kind: 'preorder' }) as const
    expect(bits.nextOf(sku)).toEqual(preorder(TODAY + 40))
    expect([bits.promise(sku, preorder(TODAY + 40)), bits.promise(sku, preorder(TODAY + 41))]).toEqual([false, true])
    expect([bits.promise(sku, undefined), bits.nextOf(sku)?.day]).toEqual([true, 0])
    bits.patch({ sku, version: 4, available: 0 })
    expect([bits.nextOf(sku), bits.promise(sku, preorder(TODAY + 41))]).toEqual([undefined, false])
    expect(bits.nextOf('no such SKU')).toBeUndefined()
  })

  test('is nothing of the kind once it has come', () => {
    const { state, sku, shown } = onePiece()
    state.bits.patch({ sku, version: 4, available: 3, future: 2 })
    expect(shown()).toBeDefined()
    expect(shown()?.later).toBeUndefined()
  })

  test('beyond the horizon falls to a filter of its own, and the inspector names the day', () => {
    const { engine } = onePiece({ day: TODAY + 121 })
    const tell = (laterDays?: number) => {
      const plan = { quotas: { popular: 200, new: 200 }, lambda: 1, exploreAt: [], brandMax: 24, categoryMax: 24 }
      const own = laterDays === undefined ? plan : { ...plan, laterDays }
      const { trace } = engine.recommend({
        ...ask,
        shopper: drawShopper(3, SIZE),
        plan: own,
        isTraced: true,
        askedId: PIECE,
      })
      return trace?.asked
    }
    const shipsBy = dayOf(TODAY + 121)
    expect(tell()).toMatchObject({ standing: 'refused', filter: 'only-later', shipsBy })
    expect(tell(121)).toMatchObject({ standing: 'shown', shipsBy })
  })

  test('is not called arrived where nothing of it has', () => {
    const { table, models } = drawShop(SIZE, 9, 0)
    const productId = table.ids[models.shelves.newest[0] ?? 0] ?? 0
    const { state } = onePiece({ productId })
    const plan = { quotas: { new: 48 }, lambda: 1, exploreAt: [], brandMax: 400, categoryMax: 400 }
    const shopper = drawShopper(3, SIZE, { disliked: new Set(), bought: new Set() })
    const { items } = createEngine(state).recommend({ ...ask, length: 48, shopper, plan })
    expect(items.find((item) => item.productId === productId)?.reason).toEqual({ code: 'COMING_IN' })
    expect(items.some(({ reason }) => reason.code === 'NEW_IN')).toBe(true)
  })

  test('is not shown into a bag that is about to be ordered, unless a plan says so', () => {
    const { engine, shown } = onePiece({ day: TODAY + 3 })
    expect(shown()?.later).toBeDefined()
    const inBag = (plan?: PlacementPlan) =>
      engine.recommend({
        ...ask,
        placement: 'bag',
        anchorId: 4,
        shopper: drawShopper(3, SIZE),
        isTraced: true,
        askedId: PIECE,
        ...(plan === undefined ? {} : { plan }),
      }).trace?.asked
    expect(inBag()).toMatchObject({ standing: 'refused', filter: 'only-later' })
    expect(inBag({ ...DEFAULT_PLANS.bag, laterDays: 14 })).not.toMatchObject({ filter: 'only-later' })
  })
})

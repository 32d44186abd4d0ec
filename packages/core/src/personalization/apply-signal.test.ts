import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applySignal } from './apply-signal'
import { decayTo } from './decay'
import type { Profile } from './profile'
import { dislikedIds, savedIds } from './read-taste'
import type { RecordedSignal } from './recorded-signal'
import type { Signal } from './signals'
import { believeSizes } from './size-evidence'
import { DAY_MS, LINEN_SHIRT, NOON, PIECES, recorded, stranger } from './testing/pieces'

const after = (signals: readonly RecordedSignal[], profile = stranger()): Profile =>
  signals.reduce(
    (sum, one) => applySignal(sum, one, 'productId' in one.signal ? PIECES.get(one.signal.productId ?? 0) : undefined),
    profile,
  )

const purchase: Signal = {
  kind: 'purchase',
  productId: 1,
  sku: 'MAR-1-M',
  size: 'M',
  colour: 'ink',
  quantity: 1,
  unitPriceMinor: 12_000,
}

describe('taste', () => {
  test('a look counts one in each of the six dimensions, its colours sharing theirs', () => {
    const { taste } = after([recorded({ kind: 'view', productId: 1 })])
    expect(taste).toEqual({
      category: { tops: 1 },
      brand: { marlow: 1 },
      colour: { black: 0.5, white: 0.5 },
      style: { shirt: 1 },
      material: { linen: 1 },
      price: { 2: 1 },
    })
  })

  test('a month halves it, twenty minutes halve the intent of the visit', () => {
    const looked = after([recorded({ kind: 'view', productId: 1 })])
    expect(decayTo(looked, NOON + 30 * DAY_MS).taste.category.tops).toBeCloseTo(0.5, 12)
    expect(decayTo(looked, NOON + 40 * 60_000).intent.category.tops).toBeCloseTo(0.25, 12)
  })

  test('worked example: a look 30 days ago, a piece added 15 days ago and one bought today', () => {
    const { taste } = after([
      recorded({ kind: 'view', productId: 1 }, NOON - 30 * DAY_MS),
      recorded({ kind: 'add', productId: 1, sku: 'MAR-1-M', size: 'M', colour: 'ink' }, NOON - 15 * DAY_MS),
      recorded(purchase),
    ])
    // 1 * 2^-1 + 4 * 2^-0.5 + 8
    expect(taste.category.tops).toBeCloseTo(0.5 + 4 * Math.SQRT1_2 + 8, 10)
    expect(taste.colour.black).toBeCloseTo(0.25 + 4 * Math.SQRT1_2 + 8, 10)
    expect(taste.colour.white).toBeCloseTo(0.25, 10)
  })

  test('a facet speaks for itself alone, a poll for what its option stands for', () => {
    const { taste } = after([
      recorded({ kind: 'facet', facet: 'colour', value: 'navy' }),
      recorded({
        kind: 'poll',
        pollId: 'winter',
        optionId: 'wool',
        leans: [{ dimension: 'material', value: 'wool', weight: 6 }],
      }),
      recorded({ kind: 'facet', facet: 'constructor', value: 'x' }),
    ])
    expect(taste).toEqual({
      category: {},
      brand: {},
      colour: { navy: 2 },
      style: {},
      material: { wool: 6 },
      price: {},
    })
  })

  test('a piece the shop no longer has teaches nothing and breaks nothing', () => {
    const profile = after([recorded({ kind: 'view', productId: 99 })])
    expect(profile.taste.category).toEqual({})
    expect(profile.recent.map(({ productId }) => productId)).toEqual([99])
  })
})

describe('memories', () => {
  test('a word that is taken back leaves the taste as it was, whenever that is', () => {
    const before = after([recorded({ kind: 'view', productId: 1 }, NOON - 20 * DAY_MS)])
    for (const says of ['like', 'dislike'] as const) {
      const atMs = NOON - 10 * DAY_MS
      const back = recorded({ kind: 'unjudge', productId: 1, takesBack: { says, atMs } })
      const profile = after([recorded({ kind: says, productId: 1 }, atMs), back], before)
      const untouched = decayTo(before, NOON)
      for (const value of ['tops', 'shirt', 'linen'] as const) {
        const weightOf = ({ taste }: Profile) => ({ ...taste.category, ...taste.style, ...taste.material })[value]
        expect(weightOf(profile)).toBeCloseTo(weightOf(untouched) ?? Number.NaN, 10)
      }
      expect(profile.departments.men).toBeCloseTo(untouched.departments.men ?? Number.NaN, 10)
      expect(dislikedIds(profile).size).toBe(0)
    }
  })

  test('the last word on a piece stands, even when an older one comes later', () => {
    const profile = after([
      recorded({ kind: 'unjudge', productId: 1 }, NOON + 2_000),
      recorded({ kind: 'dislike', productId: 1 }, NOON + 1_000),
      recorded({ kind: 'dislike', productId: 2 }, NOON),
      recorded({ kind: 'save', productId: 1 }, NOON),
      recorded({ kind: 'save', productId: 2 }, NOON),
      recorded({ kind: 'unsave', productId: 2 }, NOON + 1),
    ])
    expect([...dislikedIds(profile)]).toEqual([2])
    expect(savedIds(profile)).toEqual([1])
  })

  test('pieces shown and not opened are counted; opening one begins anew', () => {
    const showing = { placement: 'home', position: 0 }
    const seen = (productId: number, at: number) => recorded({ kind: 'impression', productId, showing }, NOON + at)
    const profile = after([
      seen(1, 0),
      seen(2, 0),
      seen(2, 5),
      recorded({ kind: 'click', productId: 1, showing }, NOON + 6),
    ])
    expect(profile.shown).toEqual([{ productId: 2, times: 2, lastAtMs: NOON + 5 }])
  })
})

describe('sizes', () => {
  const piece = { department: 'men', category: 'tops', brand: 'marlow' }

  test('what was kept is believed, for other brands less firmly', () => {
    const profile = after([recorded(purchase), recorded(purchase)])
    const [own] = believeSizes(profile, piece)
    expect(own).toEqual({ size: 'M', share: 1, confidence: expect.closeTo(2 / 3, 6) })
    const [other] = believeSizes(profile, { ...piece, brand: 'arden' })
    expect(other?.confidence).toBeCloseTo(0.5, 6)
    expect(believeSizes(profile, { ...piece, category: 'shoes' })).toEqual([])
  })

  test('a piece sent back because it was too small speaks against its size and not against its taste', () => {
    const profile = after([
      recorded(purchase),
      recorded({ kind: 'return', productId: 1, sku: 'MAR-1-M', size: 'M', quantity: 1, reason: 'too-small' }),
      recorded({ kind: 'size', productId: 1, size: 'L' }),
    ])
    expect(believeSizes(profile, piece).map(({ size }) => size)).toEqual(['L'])
    expect(profile.taste.brand.marlow).toBe(8.5)
  })
})

const anySignal: fc.Arbitrary<Signal> = fc.oneof(
  fc.record({ kind: fc.constantFrom('view' as const, 'like' as const), productId: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ kind: fc.constant('dislike' as const), productId: fc.integer({ min: 1, max: 2 }) }),
  fc.record({ kind: fc.constant('save' as const), productId: fc.integer({ min: 1, max: 2 }) }),
  fc.record({ kind: fc.constant('unsave' as const), productId: fc.integer({ min: 1, max: 2 }) }),
  fc.record({ kind: fc.constant('size' as const), productId: fc.constant(1), size: fc.constantFrom('S', 'M') }),
  fc.constant(purchase),
  fc.record({ kind: fc.constant('facet' as const), facet: fc.constant('brand'), value: fc.constantFrom('a', 'b') }),
)
const anyHistory = fc.uniqueArray(fc.record({ signal: anySignal, at: fc.integer({ min: 0, max: 60 * 24 }) }), {
  maxLength: 25,
  selector: ({ at }) => at, // words said in the same minute have no order
})

const anyTwoOrders = anyHistory.chain((history) =>
  fc.tuple(fc.constant(history), fc.shuffledSubarray(history, { minLength: history.length })),
)

/** Every weight by its path; intent is left out, since evidence that has faded is forgotten at different moments. */
const weightsOf = ({ taste, departments, sizes }: Profile): ReadonlyMap<string, number> => {
  const weights = new Map(Object.entries(departments))
  for (const [dimension, record] of Object.entries(taste)) {
    for (const [value, weight] of Object.entries(record)) weights.set(`${dimension}/${value}`, weight)
  }
  for (const one of sizes) weights.set(`${one.brand}/${one.size}`, one.kept + one.chosen)
  return weights
}

test('a profile does not depend on the order in which its signals arrive, and every weight is finite', () => {
  const end = NOON + 60 * 24 * 60_000
  fc.assert(
    fc.property(anyTwoOrders, (orders) => {
      const [a, b] = orders.map((order) => {
        const signals = order.map(({ signal, at }) => recorded(signal, NOON + at * 60_000))
        return decayTo(after(signals), end)
      })
      if (!a || !b) throw new Error('two orders make two profiles')
      const [left, right] = [weightsOf(a), weightsOf(b)]
      for (const path of new Set([...left.keys(), ...right.keys()])) {
        // What cancels out to almost nothing may be forgotten on one way and not on the other.
        expect(Math.abs((left.get(path) ?? 0) - (right.get(path) ?? 0))).toBeLessThan(0.01)
      }
      expect([...left.values()].every(Number.isFinite)).toBe(true)
      expect([a.recent, a.judged, a.saved]).toEqual([b.recent, b.judged, b.saved])
    }),
    { numRuns: 200 },
  )
})

test('signals of the shirt alone never speak of another brand', () => {
  const profile = after([recorded({ kind: 'view', productId: LINEN_SHIRT.productId })])
  expect(Object.keys(profile.taste.brand)).toEqual(['marlow'])
})

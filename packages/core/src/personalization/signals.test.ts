import { describe, expect, test } from 'vitest'
import { applySignal } from './apply-signal'
import { correctTime } from './correct-time'
import { mergeProfiles } from './merge-profiles'
import { emptyAffinities } from './profile'
import { tasteTerms } from './read-taste'
import { browserBatchSchema, browserEventSchema } from './recorded-signal'
import { browserSignalSchema, isSaid, signalSchema } from './signals'
import { DAY_MS, LINEN_SHIRT, NOON, recorded, stranger, WOOL_COAT } from './testing/pieces'

describe('what a browser may say', () => {
  test('observed signals only: a purchase or a like is not taken from a batch', () => {
    const purchase = {
      kind: 'purchase',
      productId: 1,
      sku: 'a',
      size: 'M',
      colour: 'ink',
      quantity: 1,
      unitPriceMinor: 1,
    }
    expect(signalSchema.safeParse(purchase).success).toBe(true)
    expect(browserSignalSchema.safeParse(purchase).success).toBe(false)
    expect(browserSignalSchema.safeParse({ kind: 'like', productId: 1 }).success).toBe(false)
    expect([isSaid('like'), isSaid('view')]).toEqual([true, false])
  })

  test.each([
    [{ kind: 'view', productId: Number.NaN }],
    [{ kind: 'view', productId: 1, userId: 'u-1' }],
    [{ kind: 'dwell', productId: 1, dwellMs: 1e12 }],
    [{ kind: 'impression', productId: 1, showing: { placement: 'home', position: -1 } }],
    [{ kind: 'impression', productId: 1, showing: { placement: 'home', position: 0, propensity: 0 } }],
    [{ kind: 'teleport', productId: 1 }],
    [{ kind: 'search', query: 'x'.repeat(121), results: 0 }],
    [{ kind: 'search', query: 'a\u0000b', results: 0 }],
    [{ kind: 'search', query: 'a\ud800b', results: 0 }],
  ])('refused: %j', (signal) => {
    expect(browserSignalSchema.safeParse(signal).success).toBe(false)
  })

  test('an event names no person, and a batch has an end', () => {
    const event = { id: crypto.randomUUID(), sequence: 0, atMs: NOON, signal: { kind: 'view', productId: 1 } }
    expect(browserEventSchema.safeParse(event).success).toBe(true)
    expect(browserEventSchema.safeParse({ ...event, person: 'u:1' }).success).toBe(false)
    const batch = { sessionId: crypto.randomUUID(), sentAtMs: NOON, events: Array.from({ length: 101 }, () => event) }
    expect(browserBatchSchema.safeParse(batch).success).toBe(false)
  })
})

describe('when it happened', () => {
  const year = 365 * DAY_MS
  test.each([
    ['a right clock', 0],
    ['a clock a year ahead', year],
    ['a clock a year behind', -year],
  ])('%s tells the same moment', (_, skew) => {
    expect(correctTime({ atMs: NOON + skew, sentAtMs: NOON + 4_000 + skew, receivedAtMs: NOON + 4_100 })).toBe(
      NOON + 100,
    )
  })

  test('never in the future, and nothing older than a week', () => {
    expect(correctTime({ atMs: NOON + 9_000, sentAtMs: NOON, receivedAtMs: NOON })).toBe(NOON)
    expect(correctTime({ atMs: NOON - 8 * DAY_MS, sentAtMs: NOON, receivedAtMs: NOON })).toBeUndefined()
  })
})

describe('reading taste', () => {
  const shares = (category: Record<string, number>, factor = 1) =>
    new Map(tasteTerms({ ...emptyAffinities(), category }, factor))

  test('shares shrink while there is little evidence', () => {
    expect(shares({ tops: 2 }).get('category:tops')).toBeCloseTo(0.25)
    expect(shares({ tops: 54 }).get('category:tops')).toBeCloseTo(0.9)
    expect(shares({ tops: 10, shoes: -4 }).get('category:shoes')).toBeCloseTo(-0.2)
  })

  test('evidence that has faded says less, and in the end nothing', () => {
    expect(shares({ tops: 54, shoes: 0.05 }, 1 / 9).get('category:tops')).toBeCloseTo(0.5, 2)
    expect([...shares({ tops: 54, shoes: 0.05 }, 1 / 20).keys()]).toEqual(['category:tops'])
  })

  test('of a value that was chosen its dimension alone is felt', () => {
    const facet = recorded({ kind: 'facet', facet: 'material', value: 'linen' })
    const { taste } = applySignal(stranger(), facet, undefined)
    expect(tasteTerms(taste, 1).map(([term]) => term)).toEqual(['material:linen'])
  })
})

test('a guest who signs in has the profile of one who was signed in all along', () => {
  const first = recorded({ kind: 'view', productId: 1 }, NOON - 3 * DAY_MS)
  const second = recorded({ kind: 'save', productId: 2 }, NOON)
  const third = recorded({ kind: 'dislike', productId: 1 }, NOON + 5)
  const guest = applySignal(applySignal(stranger(), first, LINEN_SHIRT), third, LINEN_SHIRT)
  const user = applySignal(stranger(), second, WOOL_COAT)
  const whole = [first, second, third].reduce(
    (sum, one) => applySignal(sum, one, one === second ? WOOL_COAT : LINEN_SHIRT),
    stranger(),
  )
  const merged = mergeProfiles(guest, user)
  expect(merged.signals).toBe(3)
  expect(merged.taste.brand.marlow).toBeCloseTo(whole.taste.brand.marlow ?? 0, 9)
  expect({ judged: merged.judged, saved: merged.saved, recent: merged.recent }).toEqual({
    judged: whole.judged,
    saved: whole.saved,
    recent: whole.recent,
  })
})

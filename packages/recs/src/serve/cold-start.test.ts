import { isNewAt, NOBODY } from '@selvedge/core'
import { describe, expect, test } from 'vitest'
import { DEFAULT_PLANS } from './placement-plan'
import { createEngine } from './recommend'
import { buildShelves, RISING_FROM } from './shelves'
import { soughtTermsOf } from './sought-terms'
import { drawShop, drawShopper, NOW_MS } from './testing/drawn-shop'

const SIZE = 400
const state = drawShop(SIZE, 5)
const { table } = state
const engine = createEngine(state)
const ask = { placement: 'for-you', length: 48, nowMs: NOW_MS, seed: 1 } as const

describe('somebody of whom nothing is known', () => {
  test('is shown what is worn at this time of the year, and told so; half a year later it is other pieces', () => {
    const season = (nowMs: number) =>
      engine.recommend({ ...ask, shopper: NOBODY, nowMs }).items.filter(({ reason }) => reason.code === 'IN_SEASON')
    const [autumn, spring] = [season(NOW_MS), season(Date.UTC(2027, 3, 25))]
    expect(Math.min(autumn.length, spring.length)).toBeGreaterThan(3)
    for (const { place, reason } of autumn) {
      expect(reason).toEqual({ code: 'IN_SEASON', season: 'autumn' })
      expect(((table.seasons[place] ?? 0) >> 2) & 1).toBe(1)
    }
    const ids = new Set(autumn.map(({ productId }) => productId))
    expect(spring.some(({ productId }) => ids.has(productId))).toBe(false)
  })

  test('is shown the season of where the parcels go', () => {
    const { trace } = engine.recommend({ ...ask, shopper: { ...NOBODY, country: 'NL' }, isTraced: true })
    expect(trace?.bySource.season).toBeGreaterThan(0)
    const known = engine.recommend({ ...ask, shopper: drawShopper(3, SIZE), isTraced: true })
    expect(known.trace?.bySource.season).toBeUndefined()
  })
})

describe('what rises', () => {
  test('stands on a shelf of its own, strongest first, and nothing else does', () => {
    const { rising } = state.models.shelves
    const trends = [...rising].map((place) => table.trend[place] ?? 0)
    expect(trends.length).toBeGreaterThan(5)
    expect(trends).toEqual([...trends].sort((a, b) => b - a))
    expect(trends.every((trend) => trend >= RISING_FROM)).toBe(true)
    expect(table.trend.filter((trend) => trend >= RISING_FROM)).toHaveLength(rising.length)
  })

  test('is offered to everybody on a page of its own, and named by the category it is true of', () => {
    const { items, trace } = engine.recommend({ ...ask, shopper: NOBODY, isTraced: true })
    expect(trace?.bySource.trending).toBeGreaterThan(0)
    for (const { place, reason } of items) {
      if (reason.code !== 'RISING') continue
      expect(reason.category).toBe(table.categories.text(table.category[place] ?? 0))
      expect(table.trend[place]).toBeGreaterThanOrEqual(RISING_FROM)
    }
    const beside = engine.recommend({ ...ask, placement: 'similar', anchorId: 7, shopper: NOBODY, isTraced: true })
    expect(beside.trace?.bySource.trending).toBeUndefined()
  })
})

test('what is bought most where the parcels go leads there, and is said to; elsewhere it is as for everybody', () => {
  const there = [31, 77, 123, 240, 301].filter((id) => state.bits.units(table.placeOf(id)) > 0)
  const shelves = buildShelves(table, [], new Map([['DE', [...there, 999_999]]]))
  const local = createEngine({ ...state, models: { ...state.models, shelves } })
  const reasons = (country: 'DE' | 'NL') =>
    local
      .recommend({ ...ask, shopper: { ...NOBODY, country } })
      .items.flatMap(({ productId, reason }) =>
        reason.code === 'MOST_BOUGHT' && reason.country !== undefined ? [[productId, reason.country]] : [],
      )
  expect(there.length).toBeGreaterThan(1)
  expect(reasons('DE').length).toBeGreaterThan(0)
  for (const [productId, country] of reasons('DE')) {
    expect(there).toContain(productId)
    expect(country).toBe('DE')
  }
  expect(reasons('NL')).toEqual([])
})

describe('words of a shopper’s own', () => {
  const termsOf = (text: string) => soughtTermsOf(table)(text).map((code) => table.vocabulary.text(code))

  test('name what the catalogue calls so, in the plural too, and nothing else', () => {
    expect(termsOf('Linen dresses').sort()).toEqual(['category:dresses', 'material:linen'])
    expect(termsOf('blue SHOES').sort()).toEqual(['category:shoes', 'colour:blue'])
    expect(termsOf('something nice, please')).toEqual([])
  })

  test('are what the next answer is about, and the reason says so', () => {
    const about = (text: string) =>
      engine
        .recommend({ ...ask, shopper: { ...NOBODY, sought: [{ text, weight: 1 }] } })
        .items.filter(({ place }) => table.categories.text(table.category[place] ?? 0) === 'shoes')
    const without = engine
      .recommend({ ...ask, shopper: NOBODY })
      .items.filter(({ place }) => table.categories.text(table.category[place] ?? 0) === 'shoes')
    expect(about('shoes').length).toBeGreaterThan(without.length)
    expect(about('shoes').some(({ reason }) => reason.code === 'BECAUSE_YOU_LIKE' && reason.when === 'now')).toBe(true)
    expect(about('nothing of the kind')).toEqual(without)
  })

  test('what is said to have just arrived was hung within the month', () => {
    const news = engine
      .recommend({ ...ask, shopper: NOBODY, length: 48, plan: { ...DEFAULT_PLANS['for-you'], quotas: { new: 200 } } })
      .items.filter(({ reason }) => reason.code === 'NEW_IN')
    expect(news.length).toBeGreaterThan(0)
    for (const { place } of news) expect(isNewAt(table.publishedAtMs[place] ?? 0, ask.nowMs)).toBe(true)
  })

  test('the collection that a visit began with is met, and named', () => {
    const at = (landing: string) =>
      engine
        .recommend({ ...ask, shopper: { ...NOBODY, landing } })
        .items.filter(({ reason }) => reason.code === 'FROM_COLLECTION' && reason.slug === 'the-second')
    expect(at('the-second').length).toBeGreaterThan(at('no-such-collection').length)
  })
})

import type { FoundListing, ProductFinder } from '@selvedge/core'
import { expect, test } from 'vitest'
import { createCachedFinder } from './cached-finder'
import type { Indexed } from './watch-generations'

const listing = (total: number, degraded: FoundListing['degraded'] = []): FoundListing => ({
  cards: [],
  total,
  page: 1,
  pages: 1,
  facets: { category: [], garment: [], brand: [], colour: [], size: [], material: [] },
  degraded,
})

const world = (degraded: FoundListing['degraded'] = []) => {
  const state = { now: 10_000, search: 0, buyable: 0, overSince: 0, asked: 0 }
  const finder: ProductFinder = {
    find: async () => listing(++state.asked, degraded),
    suggest: async () => [],
  }
  const generations = {
    current: () => ({ search: state.search, buyable: state.buyable, catalog: 0 }),
    overSinceMs: (which: Indexed, generation: number) => (generation === state[which] ? undefined : state.overSince),
  }
  const cached = createCachedFinder({ finder, generations, nowMs: () => state.now })
  const total = async (query = {}) => (await cached.find(query)).total
  const change = (which: Indexed = 'search') => {
    state[which]++
    state.overSince = state.now
  }
  return { state, cached, total, change }
}
const settled = () => new Promise((resolve) => setImmediate(resolve))

test('the same listing is searched once while the index stands still', async () => {
  const { total, cached } = world()
  expect(await total({ size: ['M', 'S'] })).toBe(1)
  expect(await total({ size: ['S', 'M'], page: 1 })).toBe(1)
  expect(cached.counts()).toEqual({ hits: 1, stale: 0, misses: 1, failures: 0 })
})

test('many who ask at once share one search', async () => {
  const { total, state } = world()
  await Promise.all(Array.from({ length: 20 }, () => total()))
  expect(state.asked).toBe(1)
})

test('after a change the old answer is served for a moment while the new one is fetched', async () => {
  const { total, change, state } = world()
  await total()
  state.now += 5_000
  change()
  state.now += 100
  expect(await total()).toBe(1)
  await settled()
  expect(await total()).toBe(2)
})

test('an answer is never older than two seconds after a change of the index', async () => {
  const { total, change, state } = world()
  await total()
  state.now += 5_000
  change()
  state.now += 2_000
  expect(await total()).toBe(2)
})

test('what can be bought of a product is news to listings of what is in stock alone', async () => {
  const { total, change, state } = world()
  const asked = { all: await total(), inStock: await total({ inStock: true }) }
  state.now += 5_000
  change('buyable')
  state.now += 30_001
  expect(await total()).toBe(asked.all)
  expect(await total({ inStock: true })).toBe(asked.inStock + 1)
})

test('nobody waits for what was sold out a moment ago: the next who asks is answered anew', async () => {
  const { total, change, state } = world()
  expect(await total({ inStock: true })).toBe(1)
  state.now += 5_000
  change('buyable')
  state.now += 25_000
  expect(await total({ inStock: true })).toBe(1)
  await settled()
  expect(await total({ inStock: true })).toBe(2)
  change('buyable')
  state.now += 900
  expect(await total({ inStock: true })).toBe(2)
  await settled()
  expect(state.asked).toBe(2)
})

test('one listing that many ask for takes no place of another that is due', async () => {
  const { total, change, state } = world()
  const [first, second] = [{ inStock: true }, { inStock: true, page: 2 }]
  await total(first)
  await total(second)
  state.now += 5_000
  change('buyable')
  await Promise.all([total(first), total(first), total(first), total(second)])
  await settled()
  expect(state.asked).toBe(4)
})

test('an answer of the spare wheel is asked again after a second', async () => {
  const { total, state } = world(['search'])
  await total()
  state.now += 1_500
  expect(await total()).toBe(2)
})

test('a failed search is not remembered', async () => {
  let isDown = true
  const finder: ProductFinder = {
    find: async () => {
      if (isDown) throw new Error('down')
      return listing(1)
    },
    suggest: async () => [],
  }
  const generations = { current: () => ({ search: 0, buyable: 0, catalog: 0 }), overSinceMs: () => undefined }
  const cached = createCachedFinder({ finder, generations })
  await expect(cached.find({})).rejects.toThrow('down')
  isDown = false
  expect((await cached.find({})).total).toBe(1)
})

test('what was found is current until the index is another, and never from the fallback', async () => {
  const { cached, change, state } = world()
  const found = await cached.find({ size: ['M'] })
  expect(cached.isCurrent({ size: ['M'], page: 1 }, found)).toBe(true)
  expect(cached.isCurrent({ size: ['S'] }, found)).toBe(false)
  change('buyable')
  expect(cached.isCurrent({ size: ['M'] }, found)).toBe(true)
  change()
  expect(cached.isCurrent({ size: ['M'] }, found)).toBe(false)
  state.now += 10_000
  const again = await cached.find({ size: ['M'] })
  expect([cached.isCurrent({ size: ['M'] }, found), cached.isCurrent({ size: ['M'] }, again)]).toEqual([false, true])
  const fallback = world(['search']).cached
  expect(fallback.isCurrent({}, await fallback.find({}))).toBe(false)
})

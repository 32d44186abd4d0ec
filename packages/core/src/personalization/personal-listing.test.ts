import { expect, test } from 'vitest'
import { LISTING_PAGE_SIZE, type ListingQuery } from '../catalog/listing'
import type { FindListing } from '../catalog/ports'
import type { Experiment } from './experiment'
import { createPersonalListing, PERSONAL_PAGES, type PersonalListingDeps } from './personal-listing'
import { NOBODY } from './shopper-view'
import { PLAIN_PLAN, standInCard } from './testing/stand-in-feed'

const PIECES = 150
const facets = { category: [], garment: [], brand: [], colour: [], size: [], material: [] }

/** A shop of numbered pieces whose shoppers like the largest number best; whoever is called `v:new` is unknown. */
function shop(changes: Partial<PersonalListingDeps> = {}) {
  const kept = new Map<string, readonly number[]>()
  const faults: string[] = []
  const exposed: string[] = []
  let pieces = Array.from({ length: PIECES }, (_, n) => n + 1)
  let made = 0
  const find: FindListing = async ({ page = 1 }) => ({
    cards: pieces
      .slice((page - 1) * LISTING_PAGE_SIZE, page * LISTING_PAGE_SIZE)
      .map((productId) => standInCard(productId)),
    total: pieces.length,
    page,
    pages: Math.ceil(pieces.length / LISTING_PAGE_SIZE),
    facets,
    degraded: [],
  })
  const deps: PersonalListingDeps = {
    listing: async (query, finding = find) => {
      const found = await finding(query)
      return { ...found, cards: [...found.cards], degraded: [...found.degraded], stockAsOfMs: 0 }
    },
    find,
    order: ({ productIds }) => [...productIds].sort((a, b) => b - a),
    readShopper: async (person) => (person === 'v:new' ? undefined : NOBODY),
    experiments: () => [],
    plan: () => ({ ...PLAIN_PLAN, blend: 0.6 }),
    exposed: (person, arms) => exposed.push(...arms.map(({ experiment, arm }) => `${person} ${experiment} ${arm}`)),
    memory: {
      keep: async (person, id, ids) => void kept.set(`${person}/${id}`, ids),
      recall: async (person, id) => kept.get(`${person}/${id}`),
    },
    nowMs: () => 0,
    newId: () => `order-${++made}`,
    onFault: (part) => faults.push(part),
    ...changes,
  }
  const listing = createPersonalListing(deps)
  const ask = async (query: ListingQuery, person: string | undefined) => {
    const { cards, orderId, total, pages } = await listing({ sort: 'for-you', ...query }, person)
    return { ids: cards.map(({ productId }) => productId), orderId, total, pages }
  }
  const idsOf = (query: ListingQuery, person = 'u:maren') => ask(query, person)
  const nameless = (query: ListingQuery) => ask(query, undefined)
  const sell = (id: number): void => {
    pieces = pieces.filter((one) => one !== id)
  }
  return { idsOf, nameless, faults, exposed, sell }
}

const EVERYBODY_OUT: Experiment = {
  slug: 'own-order',
  name: 'Own order',
  state: 'running',
  design: {
    hypothesis: 'An own order sells',
    placements: ['listing'],
    arms: [{ slug: 'house', weight: 1, settings: { kind: 'impersonal' } }],
    holdoutPercent: 0,
    metric: 'click',
    guardrail: { metric: 'return', maxRisePercent: 10 },
    alpha: 0.05,
  },
}

test('every piece stands on one page once, whatever the order', async () => {
  const { idsOf } = shop()
  const { orderId, ids: first, pages, total } = await idsOf({})
  const all = [...first]
  for (let page = 2; page <= pages; page++) all.push(...(await idsOf({ page, ...(orderId ? { orderId } : {}) })).ids)
  expect([...all].sort((a, b) => a - b)).toEqual(Array.from({ length: PIECES }, (_, n) => n + 1))
  expect(total).toBe(PIECES)
  expect(first[0]).toBe(PERSONAL_PAGES * LISTING_PAGE_SIZE)
})

test('while one pages through, the order stands still, though the taste has changed', async () => {
  let isTurned = false
  const { idsOf } = shop({ order: ({ productIds }) => [...productIds].sort((a, b) => (isTurned ? a - b : b - a)) })
  const { orderId = '', ids } = await idsOf({})
  isTurned = true
  const [again, next] = [await idsOf({ orderId }), await idsOf({ orderId, page: 2 })]
  expect(again.ids).toEqual(ids)
  expect(next.ids.some((id) => ids.includes(id))).toBe(false)
  expect((await idsOf({})).ids).not.toEqual(ids)
})

test('what is gone since is left out and nothing is shown twice', async () => {
  const { idsOf, sell } = shop()
  const { orderId = '', ids } = await idsOf({})
  const gone = ids[3] ?? 0
  sell(gone)
  const again = await idsOf({ orderId })
  expect(again.ids).not.toContain(gone)
  expect(again.ids).toHaveLength(LISTING_PAGE_SIZE)
  expect(again.total).toBe(PIECES - 1)
})

test('for somebody without a profile, without a name or kept out it is the order of the house', async () => {
  const { idsOf, nameless } = shop()
  const house = Array.from({ length: LISTING_PAGE_SIZE }, (_, n) => n + 1)
  expect(await idsOf({}, 'v:new')).toMatchObject({ ids: house, orderId: undefined })
  expect(await nameless({})).toMatchObject({ ids: house, orderId: undefined })
  const keptOut = shop({ experiments: () => [EVERYBODY_OUT] })
  expect(await keptOut.idsOf({})).toMatchObject({ ids: house, orderId: undefined })
})

test('whoever asks for an order of their own while it is tried is counted into their arm, whatever they get', async () => {
  const { idsOf, exposed, nameless } = shop({ experiments: () => [EVERYBODY_OUT] })
  await idsOf({})
  await idsOf({}, 'v:new')
  await nameless({})
  await idsOf({ page: PERSONAL_PAGES + 1 })
  expect(exposed).toEqual(['u:maren own-order house', 'v:new own-order house'])
})

test('an arm sets how much the own order weighs and which ranking makes it; everybody else has the shop’s weight', async () => {
  const asked: unknown[] = []
  const order: PersonalListingDeps['order'] = ({ productIds, blend, rankerVersion }) => {
    asked.push({ blend, rankerVersion })
    return productIds
  }
  const settings = { kind: 'mix' as const, change: { blend: 0.2 }, ranker: 'r-7' }
  const arms = [{ slug: 'less', weight: 1, settings }]
  const tried: Experiment = { ...EVERYBODY_OUT, design: { ...EVERYBODY_OUT.design, arms } }
  await shop({ order }).idsOf({})
  await shop({ order, experiments: () => [tried] }).idsOf({})
  expect(asked).toEqual([
    { blend: 0.6, rankerVersion: undefined },
    { blend: 0.2, rankerVersion: 'r-7' },
  ])
})

test('the order of another person is not found under its name', async () => {
  const { idsOf } = shop()
  const { orderId = '' } = await idsOf({})
  expect((await idsOf({ orderId }, 'u:other')).orderId).not.toBe(orderId)
})

test('without profiles, engine or memory the listing still comes, and the fault is told', async () => {
  const away = async (): Promise<never> => {
    throw new Error('away')
  }
  const noProfile = shop({ readShopper: away })
  expect((await noProfile.idsOf({})).ids[0]).toBe(1)
  expect(noProfile.faults).toEqual(['profile'])
  const noEngine = shop({
    order: () => {
      throw new Error('broken')
    },
  })
  expect((await noEngine.idsOf({})).ids[0]).toBe(1)
  expect(noEngine.faults).toEqual(['engine'])
  expect((await shop({ order: () => undefined }).idsOf({})).ids[0]).toBe(1)
  const noMemory = shop({ memory: { keep: away, recall: away } })
  expect((await noMemory.idsOf({ orderId: 'order-9' })).ids).toHaveLength(LISTING_PAGE_SIZE)
  expect(noMemory.faults).toEqual(['order', 'order'])
})

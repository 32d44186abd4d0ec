import { LISTING_PAGE_SIZE, type ListingAnswer, type ListingQuery, NOBODY } from '@selvedge/core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type FeedWorld, openFeedWorld } from './testing/feed-world'

let world: FeedWorld
beforeAll(async () => {
  world = await openFeedWorld()
  await world.engine.refresh()
})
afterAll(() => world.close())

const idsOf = ({ cards }: ListingAnswer): readonly number[] => cards.map(({ productId }) => productId)

/** The shopper's own order. News of the stock may be late on a busy machine: so long the house's order stands in. */
const ownOrder = (query: ListingQuery = {}): Promise<ListingAnswer> =>
  vi.waitFor(
    async () => {
      const answer = await world.personalListing({ ...query, sort: 'for-you' }, 'u:maren')
      expect(answer.orderId).toBeDefined()
      return answer
    },
    { timeout: 20_000, interval: 50 },
  )

/** A brand that the house would not begin with, as its term of taste and as its cards name it. */
async function laterBrand() {
  const { cards } = await world.catalogue.listing({})
  const card = cards.find(({ brand }, at) => at >= LISTING_PAGE_SIZE / 2 && brand !== cards[0]?.brand)
  if (card === undefined) throw new Error('the listing has one brand')
  const { rows } = await world.database.pool.query<{ slug: string }>('SELECT slug FROM brand WHERE name = $1', [
    card.brand,
  ])
  return { name: card.brand, term: `brand:${rows[0]?.slug}` }
}

test('who has looked at pieces of one brand finds the listing beginning with it, and nothing more or less in it', async () => {
  const brand = await laterBrand()
  world.people.set('u:maren', { ...NOBODY, affinities: [[brand.term, 1]], session: [[brand.term, 1]] })
  const [house, own] = [await world.catalogue.listing({}), await ownOrder()]
  expect(own.cards[0]?.brand).toBe(brand.name)
  expect(own).toMatchObject({ total: house.total, pages: house.pages, facets: house.facets })
  const [all, mine]: [number[], number[]] = [[], []]
  for (let page = 1; page <= house.pages; page++) {
    all.push(...idsOf(await world.catalogue.listing({ page })))
    mine.push(...idsOf(await ownOrder({ page, ...(own.orderId ? { orderId: own.orderId } : {}) })))
  }
  expect(mine).toHaveLength(all.length)
  expect(new Set(mine)).toEqual(new Set(all))
})

test('the pages that follow go on in the order that was begun, though the taste has changed since', async () => {
  const begun = await ownOrder()
  world.people.set('u:maren', { ...NOBODY, session: [['category:shoes', 1]], affinities: [['category:shoes', 1]] })
  const orderId = begun.orderId ?? ''
  expect(idsOf(await ownOrder({ orderId }))).toEqual(idsOf(begun))
  const next = idsOf(await ownOrder({ orderId, page: 2 }))
  expect(next.some((id) => idsOf(begun).includes(id))).toBe(false)
  expect(idsOf(await ownOrder())).not.toEqual(idsOf(begun))
})

test('for somebody unknown it is the order of the house', async () => {
  const house = await world.catalogue.listing({})
  for (const person of [undefined, 'v:somebody-new']) {
    const answer = await world.personalListing({ sort: 'for-you' }, person)
    expect(idsOf(answer)).toEqual(idsOf(house))
    expect(answer.orderId).toBeUndefined()
  }
})

test('a search and its filters keep to what was found', async () => {
  const query: ListingQuery = { category: ['knitwear'], inStock: true }
  const [house, own] = [await world.catalogue.listing(query), await ownOrder(query)]
  expect(own.total).toBe(house.total)
  for (const { category, stock } of own.cards) {
    expect(category).toBe('knitwear')
    expect(stock.available).toBeGreaterThan(0)
  }
})

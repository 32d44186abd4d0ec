import { setTimeout as sleep } from 'node:timers/promises'
import { NOBODY, type ShopperView } from '@selvedge/core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type FeedWorld, openFeedWorld } from './testing/feed-world'

let world: FeedWorld
beforeAll(async () => {
  world = await openFeedWorld()
  await world.engine.refresh()
})
afterAll(() => world.close())

const ask = { placement: 'for-you', person: 'u:maren', length: 12 } as const
const sizeM = new Map(['tops', 'knitwear', 'outerwear'].map((category) => [category, ['M']]))
const likes = (changes: Partial<ShopperView> = {}): ShopperView => ({
  ...NOBODY,
  affinities: [['category:knitwear', 1]],
  session: [['category:knitwear', 1]],
  sizes: sizeM,
  ...changes,
})
const skusOf = async (productId: number, size?: string): Promise<readonly string[]> => {
  const { rows } = await world.database.pool.query<{ sku: string }>(
    'SELECT sku FROM variant WHERE product_id = $1 AND size = coalesce($2, size)',
    [productId, size],
  )
  return rows.map(({ sku }) => sku)
}

test('somebody unknown sees what the house can stand by, all of it to be had now or by a day', async () => {
  const answer = await world.answer({ ...ask, person: undefined })
  expect(answer.items).toHaveLength(12)
  expect(answer).toMatchObject({ isPersonal: false, degraded: [] })
  for (const { card, reason, later } of answer.items) {
    if (later === undefined) expect(card.stock.available).toBeGreaterThan(0)
    expect(['MOST_BOUGHT', 'NEW_IN', 'COMING_IN', 'FROM_COLLECTION', 'RISING', 'IN_SEASON']).toContain(reason.code)
  }
})

test('a known shopper sees what they like, in their size, with a reason that is true', async () => {
  world.people.set('u:maren', likes())
  const answer = await world.answer(ask)
  expect(answer.isPersonal).toBe(true)
  const knitwear = answer.items.filter(({ card }) => card.category === 'knitwear')
  expect(knitwear.length).toBeGreaterThan(3)
  for (const { inSizes, later } of knitwear) expect(later?.sizes ?? inSizes).toEqual(['M'])
  for (const { reason } of answer.items) {
    if (reason.code === 'BECAUSE_YOU_LIKE') expect(reason).toMatchObject({ facet: 'category', value: 'knitwear' })
  }
})

test('a look is completed in the sizes that the shopper wears; when the last in one of them goes, so does the piece', async () => {
  world.people.set('u:maren', likes())
  const anchor = (await world.popular(40)).find(({ category }) => category === 'bottoms')
  if (!anchor) throw new Error('no trousers are sold')
  const look = async () => {
    const { items } = await world.answer({
      placement: 'complete-look',
      person: 'u:maren',
      anchorId: anchor.productId,
      length: 6,
    })
    return items
  }
  const items = await look()
  const sized = items.filter(({ card }) => sizeM.has(card.category))
  expect(sized.length).toBeGreaterThan(0)
  expect(items.map(({ card }) => card.category)).not.toContain('bottoms')
  for (const { card, inSizes } of sized) {
    expect(inSizes).toEqual(['M'])
    const { rows } = await world.database.pool.query<{ free: number }>(
      `SELECT sum(greatest(0, l.on_hand - l.allocated - l.reserved - l.unavailable - l.safety_stock))::int AS free
       FROM stock_level l JOIN variant v ON v.id = l.variant_id JOIN location p ON p.id = l.location_id AND p.sells_online
       WHERE v.product_id = $1 AND v.size = 'M'`,
      [card.productId],
    )
    expect(rows[0]?.free).toBeGreaterThan(0)
  }
  const gone = sized[0]?.card.productId ?? 0
  for (const sku of await skusOf(gone, 'M')) await world.sellOut(sku)
  await world.untilKnown(gone)
  expect((await look()).map(({ card }) => card.productId)).not.toContain(gone)
})

test('a piece waved away and a piece just bought are not in the next answer', async () => {
  world.people.set('u:maren', likes())
  const [first, second] = (await world.answer(ask)).items
  if (!first || !second) throw new Error('nothing was recommended')
  world.people.set(
    'u:maren',
    likes({ disliked: new Set([first.card.productId]), bought: new Set([second.card.productId]) }),
  )
  const ids = (await world.answer(ask)).items.map(({ card }) => card.productId)
  expect(ids).not.toContain(first.card.productId)
  expect(ids).not.toContain(second.card.productId)
})

test('when the last one in the size is sold the piece is gone from the next answer', async () => {
  world.people.set('u:maren', likes())
  const mine = (await world.answer(ask)).items.find(({ inSizes }) => inSizes?.includes('M'))
  if (!mine) throw new Error('nothing in M was recommended')
  for (const sku of await skusOf(mine.card.productId, 'M')) await world.sellOut(sku)
  await vi.waitFor(
    async () => {
      const ids = (await world.answer(ask)).items.map(({ card }) => card.productId)
      expect(ids).not.toContain(mine.card.productId)
    },
    { timeout: 5_000, interval: 20 },
  )
  // On a busy machine the answer was looked up again before the engine heard of it.
  await world.untilKnown(mine.card.productId)
})

test('without profiles the feed is that of somebody unknown, and says so', async () => {
  world.loseProfiles(true)
  const answer = await world.answer(ask)
  expect(answer).toMatchObject({ isPersonal: false, degraded: ['profile'] })
  expect(answer.items).toHaveLength(12)
  world.loseProfiles(false)
})

test('every answer is logged with what made it', async () => {
  const answer = await world.answer(ask)
  const logged = world.served.find(({ servedId }) => servedId === answer.servedId)
  expect(logged?.chosen.products.map(({ productId }) => productId)).toEqual(
    answer.items.map(({ card }) => card.productId),
  )
  expect(logged?.chosen.versions.ranker).toBe(answer.modelVersion)
})

test('when nobody keeps live stock up it is chosen all the same, and what the ledger cannot sell any more is not shown', async () => {
  world.people.set('u:maren', likes())
  await world.loseStock()
  // Nobody has told of the stock for longer than an answer believes it.
  await sleep(3_000)
  const before = await world.service.answer(ask)
  const gone = before.items.find(({ later }) => later === undefined)?.card.productId ?? 0
  for (const sku of await skusOf(gone)) await world.sellOut(sku)
  await sleep(500)
  const answer = await world.service.answer(ask)
  expect(answer).toMatchObject({ isPersonal: true, degraded: [] })
  expect(answer.items.length).toBeGreaterThan(3)
  expect(before.items.length).toBeGreaterThan(3)
  expect(answer.items.map(({ card }) => card.productId)).not.toContain(gone)
  for (const { card, source, later } of answer.items) {
    expect(source).not.toBe('fallback')
    if (later === undefined) expect(card.stock.available).toBeGreaterThan(0)
  }
})

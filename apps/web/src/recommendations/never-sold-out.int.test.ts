import { randomUUID } from 'node:crypto'
import { laterDaysOf, NOBODY, type ShopperView } from '@selvedge/core'
import { type ShownPiece, THROUGHOUT_MS, watchBuyable } from '@selvedge/db/testing'
import { DEFAULT_PLANS, seededRandom } from '@selvedge/recs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FeedWorld, openFeedWorld } from './testing/feed-world'

const ANSWERS = 40
const LENGTH = 24
const WITHIN_DAYS = laterDaysOf('for-you', DEFAULT_PLANS['for-you'])

let world: FeedWorld
beforeAll(async () => {
  world = await openFeedWorld(80)
  await world.engine.refresh()
  await world.shipIn(20)
  // What is sold ahead stands in front for who can have it.
  const { table, bits } = world.engine.engine()?.state ?? {}
  const ahead = bits?.promisable('all').map((sku) => table?.variants.productPlace[table.variants.bySku.get(sku) ?? -1])
  await world.levers.saveRule(
    randomUUID(),
    {
      name: 'Sold ahead',
      placements: [],
      effect: { kind: 'pin', position: 1 },
      target: { by: 'products', productIds: [...new Set(ahead)].flatMap((place) => table?.ids[place ?? -1] ?? []) },
      active: true,
    },
    'staff:test',
  )
  await world.engine.look()
  for (const [person, shopper] of SHOPPERS) world.people.set(person, shopper)
})
afterAll(() => world.close())

const CATEGORIES = ['tops', 'knitwear', 'bottoms', 'dresses', 'outerwear']
const wearing = (size: string): ShopperView => ({
  ...NOBODY,
  sizes: new Map(CATEGORIES.map((category) => [category, [size]])),
})
const SHOPPERS: ReadonlyMap<string, ShopperView> = new Map([
  ['u:small', wearing('S')],
  ['u:medium', wearing('M')],
  ['u:unknown', NOBODY],
])

test('while stock and promises come and go, nothing is recommended that can neither be bought nor promised by the day on its card, in the size worn', async () => {
  const random = seededRandom(8)
  const one = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)]
  const watch = await watchBuyable(world.database.pool)
  const shown: ShownPiece[] = []
  const flipped = new Set<number>()
  let onPage: readonly number[] = []
  let promised: readonly number[] = []
  const takenBack = new Set<number>()
  for (let answers = 0; answers < ANSWERS; answers += 1) {
    // What is on the page sells out, and something that did so before comes back.
    for (const productId of new Set([one(onPage), one([...flipped])].flatMap((id) => id ?? []))) {
      await world.flip(productId)
      await world.untilKnown(productId)
      flipped.add(productId)
    }
    for (const productId of new Set([one(promised), one([...takenBack])].flatMap((id) => id ?? []))) {
      await world.flipPromise(productId)
      await world.untilKnown(productId)
      takenBack.add(productId)
    }
    // Days of what may be promised again are looked up by the engine's own turn.
    await world.engine.look()
    const person = one([...SHOPPERS.keys()]) ?? ''
    const { items } = await world.service.answer({ placement: 'for-you', person, length: LENGTH })
    const atMs = Date.now()
    const sizes = SHOPPERS.get(person)?.sizes
    for (const { card, later } of items) {
      const worn = sizes?.get(card.category)
      shown.push({
        productId: card.productId,
        atMs,
        ...(later === undefined ? {} : { later: { shipsBy: later.shipsBy, withinDays: WITHIN_DAYS } }),
        ...(worn === undefined ? {} : { sizes: worn }),
      })
    }
    onPage = items.filter(({ later }) => later === undefined).map(({ card }) => card.productId)
    promised = items.filter(({ later }) => later !== undefined).map(({ card }) => card.productId)
  }
  const { violations, timesSoldOut } = await watch.judge(shown)
  expect(violations).toEqual([])
  // The stock really moved under the answers, and whoever judges sees it.
  expect(shown.length).toBeGreaterThan((ANSWERS * LENGTH) / 4)
  expect(timesSoldOut).toBeGreaterThan(20)
  expect(shown.filter(({ later }) => later !== undefined).length).toBeGreaterThan(0)
  expect(takenBack.size).toBeGreaterThan(0)
  const [gone = 0] = onPage
  await world.flip(gone)
  const planted = { productId: gone, atMs: Date.now() + 2 * THROUGHOUT_MS }
  expect((await watch.judge([planted])).violations).toEqual([planted])
})

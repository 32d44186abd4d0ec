import { FACETS, type ListingQuery } from '@selvedge/core'
import { createPostgresFinder } from '@selvedge/db'
import { rebuildIndex } from '@selvedge/infra'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { countsInSql, totalInSql, writeTruth } from '../testing/search/counts-in-sql'
import { randomListings } from '../testing/search/random-listings'
import { createSearchWorld, type SearchWorld } from '../testing/search/search-world'

let world: SearchWorld
let listings: readonly ListingQuery[]

beforeAll(async () => {
  world = await createSearchWorld(150)
  // Some of everything is sold out, or the in-stock half would prove nothing.
  await world.database.pool.query(
    'UPDATE stock_level SET on_hand = reserved + allocated + unavailable WHERE variant_id % 3 = 0',
  )
  await rebuildIndex(world)
  await writeTruth(world.database.pool)
  listings = randomListings(await world.finder.find({}), 60)
})
afterAll(() => world.stop())

test('every count of every facet is what SQL counts, in stock or not, whatever is chosen', async () => {
  let nonZero = 0
  for (const query of listings) {
    const { facets, total } = await world.finder.find(query)
    expect(total, JSON.stringify(query)).toBe(await totalInSql(world.database.pool, query))
    for (const facet of FACETS) {
      const shown = facets[facet].filter((one) => one.count > 0).map((one) => [one.value, one.count])
      nonZero += shown.length
      expect(Object.fromEntries(shown), `${facet} of ${JSON.stringify(query)}`).toEqual(
        await countsInSql(world.database.pool, query, facet),
      )
    }
  }
  expect(nonZero).toBeGreaterThan(1_000)
})

test('choosing a value gives as many products as its count said', async () => {
  const before = await world.finder.find({ inStock: true, colour: ['navy'] })
  for (const { value, count } of before.facets.size) {
    expect((await world.finder.find({ inStock: true, colour: ['navy'], size: [value] })).total, value).toBe(count)
  }
})

test('the spare wheel finds and counts what the engine does', async () => {
  const spare = createPostgresFinder({ pool: world.database.pool })
  for (const query of listings.slice(0, 20)) {
    const [engine, postgres] = [await world.finder.find(query), await spare.find(query)]
    expect({ ...postgres, degraded: [] }, JSON.stringify(query)).toMatchObject({
      total: engine.total,
      pages: engine.pages,
      facets: engine.facets,
    })
    expect(postgres.cards.map((card) => card.productId)).toEqual(engine.cards.map((card) => card.productId))
  }
})

test('a quote in a facet value finds nothing and breaks nothing', async () => {
  const { total, degraded } = await world.finder.find({ brand: ['x" OR buyable = true OR brand_slug = "y'] })
  expect({ total, degraded }).toEqual({ total: 0, degraded: [] })
})

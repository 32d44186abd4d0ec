import { randomUUID } from 'node:crypto'
import type { ListingQuery } from '@selvedge/core'
import { createPostgresFinder } from '@selvedge/db'
import {
  type CachedFinder,
  connectGenerationCounters,
  createCachedFinder,
  createMeiliFinder,
  createResilientFinder,
  createSearchClient,
  type GenerationWatch,
  rebuildIndex,
  watchGenerations,
} from '@selvedge/infra'
import { requiredUrls } from '@selvedge/stack'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { createSearchWorld, productChanged, type SearchWorld, setUnits } from '../testing/search/search-world'
import { severable } from '../testing/search/severable'
import { createSearchSink } from './search-sink'

let world: SearchWorld
let generations: ReturnType<typeof connectGenerationCounters>
let watch: GenerationWatch
let shop: CachedFinder
let sink: ReturnType<typeof createSearchSink>

const fault = (reason: unknown): never => {
  throw reason
}

beforeAll(async () => {
  world = await createSearchWorld(60)
  generations = connectGenerationCounters(requiredUrls().REDIS_URL, `t${randomUUID()}`)
  watch = watchGenerations({ read: generations.read, onFault: fault })
  shop = createCachedFinder({ finder: world.finder, generations: watch })
  sink = createSearchSink({ source: world.source, index: world.index, generations })
})
afterAll(async () => {
  watch.stop()
  generations.close()
  await world.stop()
})

const idsOf = async (query: ListingQuery): Promise<readonly number[]> => {
  const { pages } = await shop.find(query)
  const found: number[] = []
  for (let page = 1; page <= pages; page++) {
    found.push(...(await shop.find({ ...query, page })).cards.map((card) => card.productId))
  }
  return found
}
const countOfM = async (): Promise<number> =>
  (await shop.find({ inStock: true })).facets.size.find((one) => one.value === 'M')?.count ?? 0
const withinTwoSeconds = (check: () => Promise<void>) => vi.waitFor(check, { timeout: 2_000, interval: 50 })

/** What changed before is seen and fetched: the next change is the only one that what is remembered can be behind by. */
const untilCurrent = (): Promise<void> =>
  vi.waitFor(
    async () => {
      expect(watch.current()).toEqual(await generations.read())
      for (const query of [{ inStock: true, size: ['M'] }, { inStock: true }]) {
        const { pages } = await shop.find(query)
        for (let page = 1; page <= pages; page++) {
          expect(shop.isCurrent({ ...query, page }, await shop.find({ ...query, page }))).toBe(true)
        }
      }
    },
    { timeout: 20_000, interval: 50 },
  )

/** A product that sells M and another size as well. */
const someProduct = async (): Promise<number> => {
  const [productId] = await idsOf({ inStock: true, size: ['M'] })
  if (productId === undefined) throw new Error('the seed has no M in stock')
  await sink.handle(await setUnits(world.database, { productId, size: 'L', units: 5 }))
  return productId
}

describe('stock and search', () => {
  test('a product whose M is sold out is gone from M in stock within two seconds, and back when restocked', async () => {
    const productId = await someProduct()
    await untilCurrent()
    const before = await countOfM()
    expect(await idsOf({ inStock: true, size: ['M'] })).toContain(productId)

    const sold = sink.handle(await setUnits(world.database, { productId, size: 'M', units: 0 }))
    await withinTwoSeconds(async () => {
      expect(await idsOf({ inStock: true, size: ['M'] })).not.toContain(productId)
      expect(await countOfM()).toBe(before - 1)
    })
    await sold
    expect(await idsOf({ inStock: true })).toContain(productId)
    expect(await idsOf({ size: ['M'] })).toContain(productId)

    const restocked = sink.handle(await setUnits(world.database, { productId, size: 'M', units: 1 }))
    await withinTwoSeconds(async () => {
      expect(await idsOf({ inStock: true, size: ['M'] })).toContain(productId)
      expect(await countOfM()).toBe(before)
    })
    await restocked
  })

  test('one more unit of what can be bought anyway touches neither the index nor what is cached over it', async () => {
    const productId = await someProduct()
    const before = await generations.read()
    const messages = await setUnits(world.database, { productId, size: 'L', units: 6 })
    await sink.handle(messages)
    await sink.handle(messages)
    expect(await generations.read()).toEqual(before)
  })

  test('a unit whose hold is over counts as free although nobody has expired it', async () => {
    const productId = await someProduct()
    const { pool } = world.database
    await pool.query(
      `UPDATE stock_level l SET on_hand = 1, reserved = 1, allocated = 0, unavailable = 0, short = 0 FROM variant v
       WHERE v.id = l.variant_id AND v.product_id = $1 AND v.size = 'M'`,
      [productId],
    )
    await pool.query(
      `INSERT INTO reservation (cart_id, id, record_id, variant_id, quantity, requested_units, expires_at, held_at)
       SELECT gen_random_uuid(), gen_random_uuid(), l.record_id, l.variant_id, 1, 1,
              clock_timestamp() - interval '1 second', clock_timestamp() - interval '1 minute'
       FROM stock_level l JOIN variant v ON v.id = l.variant_id WHERE v.product_id = $1 AND v.size = 'M'`,
      [productId],
    )
    const [product] = await world.source.of([productId])
    const ofM = product?.detail.variants.filter((variant) => variant.size === 'M').map((variant) => variant.sku) ?? []
    expect(product?.stock.filter((one) => ofM.includes(one.sku)).every((one) => one.available > 0)).toBe(true)
  })

  test('what sold while the index was rebuilt is right when it is swapped in', async () => {
    const productId = await someProduct()
    let sold: Promise<unknown> | undefined
    await rebuildIndex({
      ...world,
      onProgress: ({ step }) => {
        // The sink would tell the old index, which is about to go: nobody tells the new one.
        if (step !== 'indexed' || sold) return
        sold = setUnits(world.database, { productId, size: 'M', units: 0 })
      },
    })
    await sold
    const [state] = await world.index.stateOf([productId])
    expect(state?.buyable_sizes).not.toContain('M')
  })
})

describe('the catalogue and search', () => {
  test('a product renamed is found under its new name, one taken off is not found', async () => {
    const [first] = (await world.finder.find({})).cards
    const productId = first?.productId ?? 0
    await world.database.pool.query("UPDATE product SET title = 'Zibeline overcoat' WHERE id = $1", [productId])
    await sink.handle([await productChanged(world.database, productId)])
    expect((await world.finder.find({ q: 'zibeline' })).cards.map((card) => card.title)).toEqual(['Zibeline overcoat'])

    await world.database.pool.query("UPDATE product SET status = 'archived' WHERE id = $1", [productId])
    await sink.handle([await productChanged(world.database, productId)])
    expect((await world.finder.find({ q: 'zibeline' })).total).toBe(0)
  })

  test('words are found misspelt, in the plural and by other names', async () => {
    const total = async (q: string) => (await world.finder.find({ q })).total
    expect(await total('jumper')).toBeGreaterThan(0)
    expect(await total('jumpr')).toBeGreaterThan(0)
    expect(await total('swaeter')).toBeGreaterThan(0)
    expect(await total('pullovers')).toBeGreaterThan(0)
    expect((await world.finder.suggest('jum', 3)).length).toBeGreaterThan(0)
  })

  test('too many words find the nearest instead of nothing', async () => {
    expect((await world.finder.find({ q: 'jumper qwertyuiop' })).total).toBeGreaterThan(0)
  })
})

test('with the search engine stopped a listing is answered by PostgreSQL and says so, and recovers by itself', async () => {
  const way = await severable(world.meiliUrl)
  const faults: unknown[] = []
  const client = createSearchClient({ url: way.url, apiKey: world.meiliKey, timeoutMs: 1_000 })
  const finder = createResilientFinder({
    finder: createMeiliFinder({ client, indexUid: world.indexUid }),
    fallback: createPostgresFinder({ pool: world.database.pool }),
    onFault: (reason) => faults.push(reason),
    halfOpenAfterMs: 200,
  })
  try {
    const query = { inStock: true, category: ['knitwear'] }
    const whole = await finder.find(query)
    expect(whole.degraded).toEqual([])
    way.cut()
    for (let attempt = 0; attempt < 5; attempt++) {
      const spare = await finder.find(query)
      expect(spare.degraded).toEqual(['search'])
      expect(spare.facets).toEqual(whole.facets)
      expect(spare.cards.map((card) => card.productId)).toEqual(whole.cards.map((card) => card.productId))
    }
    expect((await finder.suggest('jumper', 3)).length).toBeGreaterThan(0)
    // Three faults open the breaker: after that the engine is left in peace.
    expect(faults.length).toBeLessThanOrEqual(4)
    way.mend()
    await vi.waitFor(async () => expect((await finder.find(query)).degraded).toEqual([]), { timeout: 5_000 })
  } finally {
    way.close()
  }
})

import { NOBODY, type ShopperView } from '@selvedge/core'
import { createMarkdownStore, noteCameBack, readNotSoldIn } from '@selvedge/db'
import { FEATURE_NAMES } from '@selvedge/recs'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type FeedWorld, openFeedWorld } from './testing/feed-world'

let world: FeedWorld
beforeAll(async () => {
  world = await openFeedWorld()
  await world.engine.refresh()
  world.people.set('u:maren', wearsM)
})
afterAll(() => world.close())

const wearsM: ShopperView = {
  ...NOBODY,
  affinities: [['category:knitwear', 1]],
  sizes: new Map([['knitwear', ['M']]]),
}

/** What each piece of the next answer was ranked by. */
async function nextAnswer() {
  const { servedId } = await world.answer({ placement: 'for-you', person: 'u:maren', length: 24 })
  const products = world.served.find((answer) => answer.servedId === servedId)?.chosen.products ?? []
  return products.map(({ productId, score, features = [], inSizes = [], later }) => ({
    productId,
    score,
    inSizes,
    isLater: later !== undefined,
    feature: (name: string): number => features[FEATURE_NAMES.indexOf(name)] ?? Number.NaN,
  }))
}

test('a markdown that goes live is in the next answer: the piece counts as reduced, and for more than before', async () => {
  const before = (await nextAnswer()).find(({ feature }) => feature('price.discount') === 0)
  if (before === undefined) throw new Error('nothing at its full price was recommended')
  expect(before.feature('promotion.live')).toBe(0)
  const markdowns = createMarkdownStore({ pool: world.database.pool })
  const planned = await markdowns.plan(
    {
      name: 'Clearing',
      scope: { kind: 'product', slug: await slugOf(before.productId) },
      percent: 60,
      startsAtMs: Date.now() - 60_000,
    },
    'test',
  )
  if (!planned.ok) throw new Error(planned.error.code)
  expect(await markdowns.reconcile()).toBeGreaterThan(0)
  const fullPrices = world.priceWords.at(-1)
  world.repriced.length = 0
  // A read of before is under way: what comes after it is waited for, not what was.
  await Promise.all([world.engine.refresh(), world.engine.refresh()])
  expect(world.repriced).toEqual([before.productId])
  expect(world.priceWords.at(-1)).not.toBe(fullPrices)
  const after = (await nextAnswer()).find(({ productId }) => productId === before.productId)
  expect(after?.feature('price.discount')).toBeGreaterThan(0.55)
  expect(after?.feature('promotion.live')).toBe(1)
  expect(after?.score).toBeGreaterThan(before.score)

  // Who had it on the list before is told so.
  const wished = [{ productId: before.productId, atMs: Date.now() - 3_600_000 }]
  world.people.set('u:noor', { ...wearsM, wished })
  const { items } = await world.answer({ placement: 'for-you', person: 'u:noor', length: 24 })
  const item = items.find(({ card }) => card.productId === before.productId)
  expect(item).toMatchObject({ source: 'wished', reason: { code: 'NOW_LESS', percent: 60 } })

  // Over again, open pages are told once more, and by then answers go by the price of before.
  expect(await markdowns.end(planned.value.id)).toMatchObject({ ok: true })
  expect(await markdowns.reconcile()).toBeGreaterThan(0)
  world.repriced.length = 0
  await world.engine.refresh()
  expect(world.repriced).toEqual([before.productId])
  expect(world.priceWords.at(-1)).toBe(fullPrices)
  expect((await world.answer({ placement: 'for-you', person: 'u:noor', length: 24 })).items).not.toContainEqual(
    expect.objectContaining({ reason: expect.objectContaining({ code: 'NOW_LESS' }) }),
  )
})

test('an answer names what another price may bring up: what was wished for, and what came next', async () => {
  const { items, near = [] } = await world.answer({ placement: 'for-you', person: 'u:maren', length: 6 })
  const shown = items.map(({ card }) => card.productId)
  expect(near.length).toBeGreaterThan(3)
  expect(near.filter((productId) => shown.includes(productId))).toEqual([])
  const [wish = 0] = near.slice(-1)
  world.people.set('u:noor', { ...wearsM, wished: [{ productId: wish, atMs: Date.now() }] })
  const wishing = await world.answer({ placement: 'for-you', person: 'u:noor', length: 6 })
  expect([...wishing.items.map(({ card }) => card.productId), ...(wishing.near ?? []).slice(0, 1)]).toContain(wish)
})

test('a wished piece that is sold out is waited for by the page, and comes up when the size is back', async () => {
  const { pool } = world.database
  const { rows } = await pool.query<{ id: number; sku: string }>(
    `SELECT p.id, v.sku FROM product p JOIN variant v ON v.product_id = p.id
     WHERE p.category = 'knitwear' AND v.size = 'M' AND EXISTS (
       SELECT 1 FROM stock_level l JOIN location o ON o.id = l.location_id AND o.sells_online WHERE l.variant_id = v.id
         AND l.on_hand - l.allocated - l.reserved - l.unavailable - l.safety_stock > 0)
     ORDER BY p.id LIMIT 1`,
  )
  const [{ id: productId, sku } = { id: 0, sku: '' }] = rows
  const wished = [{ productId, atMs: Date.now() - 1_000 }]
  world.people.set('u:noor', { ...wearsM, departments: [], wished })
  const look = async () => {
    const answer = await world.answer({ placement: 'for-you', person: 'u:noor', length: 24 })
    return { awaits: answer.awaits ?? [], item: answer.items.find(({ card }) => card.productId === productId) }
  }
  await world.flip(productId)
  await world.untilKnown(productId)
  expect((await look()).awaits).toContain(sku)
  expect((await look()).item).toBeUndefined()

  await world.flip(productId)
  await world.untilKnown(productId)
  const { rows: records } = await pool.query<{ variant_id: number; record_id: number }>(
    'SELECT l.variant_id, l.record_id FROM stock_level l JOIN variant v ON v.id = l.variant_id WHERE v.product_id = $1',
    [productId],
  )
  const atMs = Date.now()
  await noteCameBack(
    pool,
    records.map(({ variant_id, record_id }) => ({ variantId: variant_id, recordId: record_id, atMs })),
  )
  await world.engine.look()
  const back = await look()
  expect(back.awaits).not.toContain(sku)
  expect(back.item).toMatchObject({ source: 'wished', reason: { code: 'BACK_IN_STOCK', size: 'M' } })

  // Another place had it all the time: it has not come back.
  await pool.query('DELETE FROM came_back')
  await noteCameBack(pool, [{ variantId: records[0]?.variant_id ?? 0, recordId: -1, atMs }])
  expect((await pool.query('SELECT 1 FROM came_back')).rowCount).toBe(0)
})

test('a piece counts by what stays with the shop, tax and cost off, and no shopper is told of it', async () => {
  const { rows } = await world.database.pool.query<{ product_id: number; cost_minor: number; price_minor: number }>(
    `SELECT s.product_id, s.cost_minor, min(v.price_minor) AS price_minor
     FROM product_source s JOIN variant v ON v.product_id = s.product_id GROUP BY 1, 2`,
  )
  const known = new Map(rows.map((row) => [row.product_id, row]))
  const answer = await nextAnswer()
  expect(answer.length).toBeGreaterThan(0)
  for (const { productId, feature } of answer) {
    const { cost_minor: cost, price_minor: price } = known.get(productId) ?? { cost_minor: 0, price_minor: 0 }
    expect(feature('price.margin')).toBeCloseTo(1 - cost / (price / 1.21), 2)
  }
  const told = JSON.stringify(await world.answer({ placement: 'for-you', person: 'u:maren', length: 24 }))
  expect(told).toContain('"priceMinor"')
  expect(told).not.toMatch(/"(margin|cost\w*|features)"/i)
})

test('what a house does not let us sell in a country is not shown to who has parcels sent there', async () => {
  const { pool } = world.database
  const [first] = await nextAnswer()
  await pool.query(`UPDATE brand SET not_sold_in = '{FR}' WHERE id = (SELECT brand_id FROM product WHERE id = $1)`, [
    first?.productId,
  ])
  await world.engine.refresh()
  const { rows } = await pool.query<{ name: string }>("SELECT name FROM brand WHERE not_sold_in @> '{FR}'")
  const withheld = new Set(rows.map(({ name }) => name))
  const shown = async (country?: 'FR' | 'DE') => {
    const ask = { placement: 'for-you', person: 'u:maren', length: 24, ...(country ? { country } : {}) } as const
    return (await world.answer(ask)).items.filter(({ card }) => withheld.has(card.brand)).length
  }
  expect(await shown()).toBeGreaterThan(0)
  expect(await shown('DE')).toBeGreaterThan(0)
  expect(await shown('FR')).toBe(0)
  expect(await readNotSoldIn(pool, 'FR')).toEqual(withheld)
})

test('a size that sells out lowers what the piece counts for, and where it was the size worn the piece goes', async () => {
  const mine = (await nextAnswer()).filter(({ inSizes }) => inSizes.includes('M'))
  const [kept, lost] = mine
  if (kept === undefined || lost === undefined) throw new Error('nothing in M was recommended')
  for (const sku of await skusOf(lost.productId, "size = 'M'")) await world.sellOut(sku)
  for (const sku of await skusOf(kept.productId, "size <> 'M'")) await world.sellOut(sku)
  await vi.waitFor(
    async () => {
      const after = await nextAnswer()
      expect(after.map(({ productId }) => productId)).not.toContain(lost.productId)
      const left = after.find(({ productId }) => productId === kept.productId)
      if (left) expect(left.feature('stock.share_of_sizes')).toBeLessThan(kept.feature('stock.share_of_sizes'))
    },
    { timeout: 15_000, interval: 50 },
  )
})

test('a piece whose size has left the nearest shelf ships later, and the next answer counts with it', async () => {
  /** Of the size worn, where it is one of knitwear. */
  const days = async (productId: number): Promise<readonly number[]> => {
    const { rows } = await world.database.pool.query<{ lead_days: number }>(
      `SELECT DISTINCT p.lead_days FROM stock_level l JOIN variant v ON v.id = l.variant_id
       JOIN product piece ON piece.id = v.product_id
       JOIN location p ON p.id = l.location_id AND p.sells_online
       WHERE v.product_id = $1 AND (piece.category <> 'knitwear' OR v.size = 'M')
         AND l.on_hand - l.allocated - l.reserved - l.unavailable - l.safety_stock > 0 ORDER BY 1`,
      [productId],
    )
    return rows.map(({ lead_days }) => lead_days)
  }
  const { engine } = world
  await vi.waitFor(
    async () => {
      await engine.look()
      for (const { productId, feature, isLater } of await nextAnswer()) {
        if (isLater) continue
        const [soonest = 0] = await days(productId)
        expect(feature('ship.days')).toBeCloseTo(Math.exp(-soonest / 7), 2)
      }
    },
    { timeout: 15_000, interval: 50 },
  )
  const [some] = await nextAnswer()
  if (some === undefined) throw new Error('nothing was recommended')
  const place = engine.engine()?.state.table.placeOf(some.productId) ?? -1
  for (const sku of await skusOf(some.productId, 'true')) await world.sellOut(sku)
  await vi.waitFor(
    async () => {
      await engine.look()
      expect(engine.engine()?.state.facts.shipDays[place]).toBeGreaterThan(30)
    },
    { timeout: 15_000, interval: 50 },
  )
})

async function skusOf(productId: number, which: string): Promise<readonly string[]> {
  const { rows } = await world.database.pool.query<{ sku: string }>(
    `SELECT sku FROM variant WHERE product_id = $1 AND ${which}`,
    [productId],
  )
  return rows.map(({ sku }) => sku)
}

async function slugOf(productId: number): Promise<string> {
  const { rows } = await world.database.pool.query<{ slug: string }>('SELECT slug FROM product WHERE id = $1', [
    productId,
  ])
  return rows[0]?.slug ?? ''
}

import { randomUUID } from 'node:crypto'
import { DEFAULT_HOLD_POLICY, type ListingQuery, NOBODY, type ShopperView } from '@selvedge/core'
import { createStockEngine, createSupplyReader } from '@selvedge/db'
import { DEFAULT_PLANS, FEATURE_NAMES } from '@selvedge/recs'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type FeedWorld, openFeedWorld } from './testing/feed-world'

const DAYS = 40

let world: FeedWorld
let stock: ReturnType<typeof createStockEngine>
/** A piece of which nothing is on the shelf, by the only variant of it that may be promised. */
let piece: { readonly productId: number; readonly sku: string; readonly variantId: number; readonly size: string }
beforeAll(async () => {
  world = await openFeedWorld()
  stock = createStockEngine(world.database)
  await world.engine.refresh()
  await world.shipIn(DAYS)
  piece = await somePiece()
  // A rule puts it in front; like any pin it is shown to nobody who cannot have it.
  await world.levers.saveRule(
    randomUUID(),
    {
      name: 'New season',
      placements: [],
      effect: { kind: 'pin', position: 1 },
      target: { by: 'products', productIds: [piece.productId] },
      active: true,
    },
    'staff:test',
  )
  await world.engine.look()
})
afterAll(async () => {
  await stock.close()
  await world.close()
})

const wearing = (size: string): ShopperView => ({ ...NOBODY, sizes: new Map(CATEGORIES.map((one) => [one, [size]])) })
const CATEGORIES = ['tops', 'knitwear', 'bottoms', 'dresses', 'outerwear', 'shoes', 'accessories']

test('a piece that is on its way is recommended by its day, to who wears a size of it', async () => {
  const { productId, size } = piece
  const shipsBy = await dayOf(piece.variantId)
  world.people.set('u:maren', wearing(size))
  world.people.set('u:noor', wearing('no such size'))
  const mine = await shown('u:maren')
  expect(mine).toMatchObject({ later: { kind: 'preorder', shipsBy, sizes: [size] }, card: { stock: { available: 0 } } })
  expect((await shown(undefined))?.later).toEqual({ kind: 'preorder', shipsBy })
  expect((await shown('u:noor'))?.card.productId).toBe(productId)
  world.people.set('u:noor', wearing(await sizeWithout(productId, size)))
  expect(await shown('u:noor')).toBeUndefined()
})

test('the inspector names the day, and with a shorter horizon the filter; the parcel of that day counts as that late', async () => {
  const shipsBy = await dayOf(piece.variantId)
  const inspect = (laterDays: number) =>
    world.engine.inspect(
      {
        placement: 'for-you',
        shopper: NOBODY,
        plan: { ...DEFAULT_PLANS['for-you'], quotas: { popular: 200, new: 200 }, laterDays },
        length: 24,
        nowMs: Date.now(),
        seed: 1,
        askedId: piece.productId,
      },
      [],
    )?.trace
  expect(inspect(0)?.asked).toMatchObject({ standing: 'refused', filter: 'only-later', shipsBy })
  const far = inspect(120)
  expect(far?.asked).toMatchObject({ shipsBy })
  const candidate = far?.candidates.find(({ productId }) => productId === piece.productId)
  const days = (Date.parse(shipsBy) - Date.parse(new Date().toISOString().slice(0, 10))) / 86_400_000
  expect(candidate?.shipsBy).toBe(shipsBy)
  expect(candidate?.features.find(({ name }) => name === 'ship.days')?.value).toBeCloseTo(Math.exp(-days / 7), 4)
  expect(FEATURE_NAMES).toContain('ship.days')
})

test('when the last that may be promised is promised it is gone from the next answer, and back when it is free again', async () => {
  const { variantId, sku } = piece
  const units = (await createSupplyReader(world.database).outlook([variantId])).get(variantId)?.units ?? 0
  expect(units).toBeGreaterThan(0)
  const origin = { actor: 'test', correlationId: 'trail' }
  const bags = Array.from({ length: units }, () => ({ cartId: randomUUID(), reservationId: randomUUID() }))
  for (const { cartId, reservationId } of bags) {
    const held = await stock.execute({
      kind: 'hold',
      purpose: 'bag',
      origin,
      holder: { cartId },
      policy: DEFAULT_HOLD_POLICY,
      lines: [{ reservationId, variantId, units: 1, allowFuture: true }],
    })
    expect(held).toMatchObject({ ok: true })
  }
  const promisable = () => world.engine.engine()?.state.bits.promisable('all') ?? []
  await vi.waitFor(() => expect(promisable()).not.toContain(sku), { timeout: 15_000, interval: 20 })
  expect(await shown(undefined)).toBeUndefined()

  for (const { cartId, reservationId } of bags) {
    await stock.execute({
      kind: 'release',
      origin,
      cartId,
      holds: [{ reservationId, variantId }],
      reason: 'removed',
    })
  }
  await vi.waitFor(() => expect(promisable()).toContain(sku), { timeout: 15_000, interval: 20 })
  // By which day is looked up anew: until then nobody is told one.
  expect(await shown(undefined)).toBeUndefined()
  await world.engine.look()
  expect((await shown(undefined))?.later?.shipsBy).toBe(await dayOf(variantId))
})

test('a listing and a rail of the house say the same day as the page; in stock means today; an open page is told of another', async () => {
  const { productId, sku } = piece
  const isMine = (card: { readonly productId: number }) => card.productId === productId
  const cardIn = async (query: ListingQuery) => (await world.catalogue.listing(query)).cards.find(isMine)
  const { rows } = await world.database.pool.query<{ title: string }>('SELECT title FROM product WHERE id = $1', [
    productId,
  ])
  const query = { q: rows[0]?.title ?? '' }
  const shipsBy = await dayOf(piece.variantId)
  const later = { kind: 'preorder', shipsBy }
  expect((await cardIn(query))?.stock).toMatchObject({ available: 0, later })
  expect(await cardIn({ ...query, inStock: true })).toBeUndefined()
  const [first] = await world.catalogue.cards([productId])
  expect(first?.stock.later).toEqual(later)
  const next = async () =>
    (await world.catalogue.variantStock([productId]))[0]?.variants.find((one) => one.sku === sku)?.next
  expect(await next()).toEqual(later)

  world.retold.length = 0
  await world.shipIn(DAYS + 4)
  expect(world.retold).toContain(sku)
  const other = await dayOf(piece.variantId)
  expect(other > shipsBy).toBe(true)
  expect((await next())?.shipsBy).toBe(other)
  expect((await cardIn(query))?.stock.later?.shipsBy).toBe(other)
  // Overdue, nobody names a day: it is sold ahead as before, and the card says that it comes and not when.
  await world.shipIn(-3)
  expect(await next()).toEqual({ kind: 'preorder' })
  const overdue = (await cardIn(query))?.stock
  expect(overdue).toMatchObject({ available: 0, isComing: true })
  expect(overdue?.later).toBeUndefined()
  await world.shipIn(DAYS)
  world.retold.length = 0
  await world.shipIn(DAYS)
  expect(world.retold).not.toContain(sku)
})

test('a shipment that is told for another day is promised by that one; once it is overdue, by none', async () => {
  await world.shipIn(DAYS + 10)
  expect((await shown(undefined))?.later?.shipsBy).toBe(await dayOf(piece.variantId))
  await world.shipIn(300)
  expect(await shown(undefined)).toBeUndefined()
  await world.shipIn(-3)
  expect(await shown(undefined)).toBeUndefined()
  await world.shipIn(DAYS)
  expect(await shown(undefined)).toBeDefined()
})

async function shown(person: string | undefined) {
  const { items } = await world.answer({ placement: 'for-you', person, length: 12 })
  return items.find(({ card }) => card.productId === piece.productId)
}

/** The day that bag and product page would name. */
async function dayOf(variantId: number): Promise<string> {
  return (await createSupplyReader(world.database).outlook([variantId])).get(variantId)?.shipsOn ?? 'none'
}

/** One variant stays that may be promised; whatever else there is of its product is sold out, and promised to nobody. */
async function somePiece(): Promise<typeof piece> {
  const state = world.engine.engine()?.state
  const { rows } = await world.database.pool.query<typeof piece & { recordIds: number[] }>(
    `SELECT v.product_id AS "productId", v.sku, v.id AS "variantId", v.size, array_agg(l.record_id) AS "recordIds"
     FROM variant v JOIN stock_level l ON l.variant_id = v.id AND l.oversell_cap > 0
     WHERE v.sku = ANY($1::text[]) GROUP BY v.id ORDER BY v.id`,
    [state?.bits.promisable('all') ?? []],
  )
  const [first] = rows
  if (state === undefined || first === undefined) throw new Error('nothing that is sold out is on its way')
  const { productId } = first
  if (state.bits.units(state.table.placeOf(productId)) > 0) await world.flip(productId)
  const settings = rows
    .filter((other) => other.productId === productId && other.sku !== first.sku)
    .flatMap(({ variantId, recordIds }) => recordIds.map((recordId) => ({ variantId, recordId, oversellCap: 0 })))
  const origin = { actor: 'test', correlationId: 'trail' }
  if (settings.length > 0) await stock.execute({ kind: 'configure', settings, origin })
  await world.untilKnown(productId)
  return first
}

/** A size that the house has and the piece cannot be had in. */
async function sizeWithout(productId: number, size: string): Promise<string> {
  const { rows } = await world.database.pool.query<{ size: string }>(
    'SELECT size FROM variant WHERE size <> $2 ORDER BY (product_id = $1) DESC, id LIMIT 1',
    [productId, size],
  )
  return rows[0]?.size ?? 'none'
}

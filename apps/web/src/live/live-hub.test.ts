import { setTimeout as sleep } from 'node:timers/promises'
import type { SkuStock, StockFeed, StockFeedListener } from '@selvedge/core'
import { afterEach, expect, test } from 'vitest'
import type { LiveHubDeps } from './live-hub'
import { openStream } from './testing/open-stream'
import { serveHub } from './testing/serve-hub'

/** Stock and its feed as a test tells them. */
const createWorld = () => {
  const listeners = new Set<StockFeedListener>()
  const stock = new Map<string, SkuStock>()
  const set = (sku: string, version: number, available: number): void =>
    void stock.set(sku, { sku, version, available })
  const feed: StockFeed = {
    isUp: () => true,
    listen: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: async () => undefined,
  }
  return {
    feed,
    set,
    change: (sku: string, version: number, available: number, correlationId = 'c') => {
      set(sku, version, available)
      for (const listener of listeners) listener.changed?.({ stock: { sku, version, available }, correlationId })
    },
    resume: () => {
      for (const listener of listeners) listener.resumed?.()
    },
    readStock: async (skus: readonly string[]) => skus.flatMap((sku) => stock.get(sku) ?? []),
  }
}

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})
type World = ReturnType<typeof createWorld> & Pick<LiveHubDeps, 'asShown'>
const serve = async (world: World, limits: LiveHubDeps['limits'] = {}) => {
  const faults: unknown[] = []
  const served = await serveHub({ ...world, limits, onFault: (fault) => faults.push(fault) })
  closing.push(served.close)
  return { ...served, faults }
}
const until = async (isTrue: () => boolean): Promise<void> => {
  for (let n = 0; n < 200 && !isTrue(); n++) await sleep(10)
  expect(isTrue()).toBe(true)
}
const move = (origin: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${origin}/api/live/topics`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })

test('a page hears the state when it comes and every change after it, with its trail', async () => {
  const world = createWorld()
  world.set('A', 1, 5)
  const { origin } = await serve(world)
  const page = await openStream(origin, ['A', 'UNKNOWN'])
  await until(() => page.messages.length === 2)
  expect(page.messages[1]).toEqual({ type: 'snapshot', stock: [{ sku: 'A', version: 1, available: 5 }] })

  world.change('A', 2, 4, 'trail-7')
  world.change('B', 9, 1)
  await until(() => page.messages.length === 3)
  expect(page.messages[2]).toEqual({
    type: 'stock',
    stock: [{ sku: 'A', version: 2, available: 4 }],
    correlationId: 'trail-7',
  })
  page.tear()
})

test('a page that moves on hears the new SKUs and no more of the old ones, on the same stream', async () => {
  const world = createWorld()
  world.set('A', 1, 5)
  world.set('B', 1, 7)
  const { origin } = await serve(world)
  const page = await openStream(origin, ['A'])
  await until(() => page.messages.length === 2)
  const [hello] = page.messages
  const connectionId = hello?.type === 'hello' ? hello.connectionId : ''
  expect((await move(origin, { connectionId, skus: ['B'] })).status).toBe(204)
  await until(() => page.stock().get('B')?.available === 7)

  world.change('A', 2, 0)
  world.change('B', 2, 6)
  await until(() => page.stock().get('B')?.available === 6)
  expect(page.stock().get('A')?.available).toBe(5)
  page.tear()
})

test('a page hears by when more can be had, with each change and when that is another day', async () => {
  const world = createWorld()
  let shipsBy = '2027-03-03'
  const asShown = (stock: SkuStock): SkuStock => ({ ...stock, next: { kind: 'preorder', shipsBy } })
  const readStock = async (skus: readonly string[]) => (await world.readStock(skus)).map(asShown)
  world.set('A', 1, 0)
  const { origin, hub } = await serve({ ...world, readStock, asShown })
  const page = await openStream(origin, ['A'])
  await until(() => page.stock().get('A')?.next?.shipsBy === '2027-03-03')
  world.change('A', 2, 0)
  await until(() => page.stock().get('A')?.version === 2)
  expect(page.stock().get('A')?.next?.shipsBy).toBe('2027-03-03')

  shipsBy = '2027-03-09'
  const before = page.messages.length
  hub.unitsMoved(['B', 'A'])
  await until(() => page.messages.length > before)
  expect(page.messages.at(-1)).toEqual({ type: 'snapshot', stock: [asShown({ sku: 'A', version: 2, available: 0 })] })
  hub.unitsMoved(['B'])
  await sleep(50)
  expect(page.messages.length).toBe(before + 1)
  page.tear()
})

test('after a gap of the feed every page is told the state anew', async () => {
  const world = createWorld()
  world.set('A', 1, 5)
  const { origin } = await serve(world)
  const pages = await Promise.all([openStream(origin, ['A']), openStream(origin, ['A'])])
  world.set('A', 8, 1) // missed while the feed was down
  world.resume()
  await until(() => pages.every((page) => page.stock().get('A')?.available === 1))
  for (const page of pages) page.tear()
})

test('a page that stops reading costs a bounded buffer and gets the latest state when it reads again', async () => {
  const world = createWorld()
  const padding = 'x'.repeat(400)
  world.set('A', 0, 1)
  const { origin } = await serve(world)
  const page = await openStream(origin, ['A'])
  await until(() => page.messages.length === 2)
  page.pause()
  const before = process.memoryUsage().rss
  for (let version = 1; version <= 60_000; version++) {
    world.change('A', version, version, padding)
    if (version % 500 === 0) await sleep(1)
  }
  expect(process.memoryUsage().rss - before).toBeLessThan(80 * 1024 * 1024)
  page.resume()
  await until(() => page.stock().get('A')?.available === 60_000)
  expect(page.messages.length).toBeLessThan(60_000)
  page.tear()
})

test('a page that never reads again is dropped', async () => {
  const world = createWorld()
  world.set('A', 0, 1)
  const { origin, hub } = await serve(world, { pingMs: 50, tooSlowMs: 100 })
  const page = await openStream(origin, ['A'])
  page.pause()
  const padding = 'x'.repeat(4_000)
  for (let version = 1; version <= 4_000; version++) {
    world.change('A', version, version, padding)
    if (version % 50 === 0) await sleep(1)
  }
  await until(() => hub.size() === 0)
  page.tear()
})

test('one address cannot take all streams, and the house has an end too', async () => {
  const { origin, hub } = await serve(createWorld(), { streamsPerAddress: 2 })
  const pages = [await openStream(origin, []), await openStream(origin, [])]
  const refused = await fetch(`${origin}/api/live?skus=A`)
  expect(refused.status).toBe(429)
  expect(refused.headers.get('retry-after')).toBe('5')
  for (const page of pages) page.tear()
  await until(() => hub.size() === 0)
  const again = await openStream(origin, [])
  again.tear()
})

test('nonsense is refused and changes nothing', async () => {
  const { origin, faults } = await serve(createWorld(), { movesPer10s: 3 })
  const page = await openStream(origin, ['A'])
  await until(() => page.messages.length === 2)
  const [hello] = page.messages
  const connectionId = hello?.type === 'hello' ? hello.connectionId : ''

  expect((await fetch(`${origin}/api/live?skus=${'A,'.repeat(501)}B`)).status).toBe(400)
  expect((await fetch(`${origin}/api/live?skus=${'x'.repeat(65)}`)).status).toBe(400)
  expect((await fetch(`${origin}/api/live`, { method: 'POST' })).status).toBe(405)
  expect((await fetch(`${origin}/api/live/topics`)).status).toBe(405)
  expect((await move(origin, '{"connectionId":')).status).toBe(400)
  expect((await move(origin, { connectionId: 'not a uuid', skus: [] })).status).toBe(400)
  expect((await move(origin, { connectionId, skus: [], more: 1 })).status).toBe(400)
  expect((await move(origin, { connectionId: '00000000-0000-4000-8000-000000000000', skus: [] })).status).toBe(404)
  expect((await move(origin, { connectionId, skus: ['x'.repeat(100_000)] })).status).toBe(413)
  expect((await move(origin, '{}', { 'content-type': 'text/plain' })).status).toBe(415)
  for (let n = 0; n < 3; n++) expect((await move(origin, { connectionId, skus: ['A'] })).status).toBe(204)
  expect((await move(origin, { connectionId, skus: ['A'] })).status).toBe(429)
  expect(faults).toEqual([])
  expect(page.isOpen()).toBe(true)
  page.tear()
})

test('every page hears at once which products have another price; of very many, that there are', async () => {
  const { origin, hub } = await serve(createWorld())
  const pages = [await openStream(origin, ['A']), await openStream(origin, ['B'])]
  await until(() => pages.every(({ messages }) => messages.length === 2))
  hub.pricesMoved([])
  hub.pricesMoved([7, 8])
  hub.pricesMoved(Array.from({ length: 5_000 }, (_, n) => n + 1))
  await until(() => pages.every(({ messages }) => messages.length === 4))
  for (const { messages } of pages) {
    expect(messages.slice(2)).toEqual([
      { type: 'prices', productIds: [7, 8], spreadMs: 1_000 },
      { type: 'prices', spreadMs: 1_000 },
    ])
  }
  for (const page of pages) page.tear()
})

test('pages that came before it was known since when prices stand are told so once, the others as they come', async () => {
  const { origin, hub } = await serve(createWorld())
  const early = await openStream(origin, ['A'])
  await until(() => early.messages.length === 2)
  hub.pricesStandSince(1_234)
  const late = await openStream(origin, ['A'])
  await until(() => early.messages.length === 3 && late.messages.length === 2)
  const [first] = early.messages
  expect(first).not.toHaveProperty('pricesMovedAtMs')
  expect(early.messages[2]).toMatchObject({ ...first, serverNowMs: expect.any(Number), pricesMovedAtMs: 1_234 })
  expect(late.messages[0]).toMatchObject({ type: 'hello', pricesMovedAtMs: 1_234 })
  // What moves from now on is told as it moves.
  hub.pricesMoved([7])
  hub.pricesStandSince(9_999)
  await until(() => late.messages.length === 3)
  await sleep(50)
  expect(early.messages).toHaveLength(4)
  for (const page of [early, late]) page.tear()
})

test('when the shop closes every stream ends', async () => {
  const { origin, hub } = await serve(createWorld())
  const page = await openStream(origin, ['A'])
  hub.close()
  await until(() => !page.isOpen())
  expect((await fetch(`${origin}/api/live?skus=A`)).status).toBe(503)
})

import type { SkuStock, StockFeedListener } from '@selvedge/core'
import { buildCatalogueTable, createStockBits } from '@selvedge/recs'
import { drawProducts } from '@selvedge/recs/testing'
import { expect, test, vi } from 'vitest'
import { followStock } from './live-stock-bits'

const START_MS = 1_000_000
const table = buildCatalogueTable(drawProducts(30, 3))
const [first = '', second = ''] = table.variants.skus

/** A shop with one unit of everything, whose news comes while Redis is there. */
const openShop = (isUp = true, knownUntilMs?: number) => {
  const listeners = new Set<StockFeedListener>()
  const ledger = new Map<string, SkuStock>(table.variants.skus.map((sku) => [sku, { sku, version: 1, available: 1 }]))
  const redis = { isUp }
  const clock = { nowMs: START_MS }
  const faults: unknown[] = []
  let reads = 0
  let answers: Promise<void> = Promise.resolve()
  const bits = createStockBits(table)
  const followed = followStock(
    {
      availability: {
        ofSkus: async (skus) => {
          reads += 1
          const stock = skus.flatMap((sku) => ledger.get(sku) ?? [])
          await answers
          return stock
        },
      },
      feed: {
        isUp: () => redis.isUp,
        listen: (listener) => {
          listeners.add(listener)
          return () => void listeners.delete(listener)
        },
        close: async () => undefined,
      },
      nowMs: () => clock.nowMs,
      onFault: (fault) => faults.push(fault),
    },
    table,
    bits,
    knownUntilMs,
  )
  const tell = (tellOne: (listener: StockFeedListener) => void): void => {
    for (const listener of listeners) tellOne(listener)
  }
  return {
    followed,
    clock,
    faults,
    reads: () => reads,
    unitsOf: (sku: string) => bits.unitsOf(table.variants.bySku.get(sku) ?? -1),
    /** It is sold, and told of only while Redis is there. */
    sell: (sku: string) => {
      const stock = { sku, version: (ledger.get(sku)?.version ?? 0) + 1, available: 0 }
      ledger.set(sku, stock)
      if (redis.isUp) tell((listener) => listener.changed?.({ stock }))
    },
    tick: () => tell((listener) => listener.ticked?.(clock.nowMs)),
    lose: () => {
      redis.isUp = false
      tell((listener) => listener.broken?.())
    },
    find: () => {
      redis.isUp = true
      tell((listener) => listener.resumed?.())
    },
    /** The next reads wait so long, for nothing. */
    failReads: (afterMs: number) => {
      answers = Promise.resolve().then(() => {
        clock.nowMs += afterMs
        throw new Error('the ledger does not answer')
      })
      answers.catch(() => undefined)
    },
    answerReads: () => {
      answers = Promise.resolve()
    },
    /** Reads wait until the answer is called. */
    holdReads: () => {
      let release = (): void => undefined
      answers = new Promise((resolve) => {
        release = resolve
      })
      return () => release()
    },
  }
}

test('while changes are told the stock is live, and as of the last word', async () => {
  const shop = openShop()
  expect(shop.followed.isKnown()).toBe(false)
  await shop.followed.load()
  shop.sell(first)
  shop.tick()
  expect([shop.unitsOf(first), shop.unitsOf(second)]).toEqual([0, 1])
  expect([shop.followed.isKnown(), shop.followed.isLive(), shop.followed.asOfMs()]).toEqual([true, true, START_MS])
  shop.clock.nowMs += 60_000
  await shop.followed.look()
  expect(shop.reads()).toBe(1)
})

test('when nobody tells any more the stock is known as of the last word, and is read anew now and then', async () => {
  const shop = openShop()
  await shop.followed.load()
  shop.tick()
  shop.clock.nowMs += 9_000
  shop.lose()
  shop.sell(first)
  await shop.followed.look()
  expect([shop.followed.isKnown(), shop.followed.isLive(), shop.unitsOf(first)]).toEqual([true, false, 1])
  shop.clock.nowMs += 2_000
  await shop.followed.look()
  expect(shop.unitsOf(first)).toBe(0)
  expect([shop.followed.isLive(), shop.followed.asOfMs()]).toEqual([false, START_MS])
  await shop.followed.look()
  expect(shop.reads()).toBe(2)
})

test('a shop that opens without Redis knows its stock all the same, of no moment that anybody told', async () => {
  const shop = openShop(false)
  await shop.followed.load()
  expect([shop.followed.isKnown(), shop.followed.isLive(), shop.followed.asOfMs()]).toEqual([true, false, 0])
})

test('when somebody tells again the stock is as of then only once what was missed has been read', async () => {
  const shop = openShop()
  await shop.followed.load()
  shop.tick()
  shop.lose()
  shop.sell(first)
  const release = shop.holdReads()
  shop.clock.nowMs += 5_000
  shop.find()
  shop.tick()
  expect([shop.followed.isKnown(), shop.followed.isLive(), shop.followed.asOfMs()]).toEqual([true, false, START_MS])
  release()
  await vi.waitFor(() => expect(shop.followed.isLive()).toBe(true))
  expect([shop.unitsOf(first), shop.followed.asOfMs()]).toEqual([0, START_MS + 5_000])
  expect(shop.faults).toEqual([])
})

test('what is lost while everything is read for the first time leaves it known, and not live', async () => {
  const shop = openShop()
  const release = shop.holdReads()
  const loading = shop.followed.load()
  shop.lose()
  release()
  await loading
  expect([shop.followed.isKnown(), shop.followed.isLive()]).toEqual([true, false])
})

test('a reading that failed is tried again after ten seconds, however long it waited', async () => {
  const shop = openShop(false)
  shop.failReads(30_000)
  await expect(shop.followed.load()).rejects.toThrow('does not answer')
  shop.answerReads()
  shop.clock.nowMs += 9_000
  await shop.followed.look()
  expect(shop.followed.isKnown()).toBe(false)
  shop.clock.nowMs += 1_000
  await shop.followed.look()
  expect(shop.followed.isKnown()).toBe(true)
})

test('who reads beside one that has heard all is as of that moment, before the next word', async () => {
  const shop = openShop(true, START_MS - 200)
  await shop.followed.load()
  expect([shop.followed.isLive(), shop.followed.asOfMs()]).toEqual([true, START_MS - 200])
})

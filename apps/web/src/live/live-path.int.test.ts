import { setTimeout as sleep } from 'node:timers/promises'
import type { LiveMessage } from '@selvedge/core'
import { createStockReader } from '@selvedge/db'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStream, type TestStream } from './testing/open-stream'
import { serveHub } from './testing/serve-hub'
import { openStockPath, type StockPath } from './testing/stock-path'

const SKUS = [1, 2, 3].map((id) => `SKU-${id}`)
let path: StockPath
let served: Awaited<ReturnType<typeof serveHub>>

/** The stock path of the shop, and the hub behind it. */
beforeAll(async () => {
  path = await openStockPath([400, 400])
  const { feed, view } = path
  const limits = { streamsPerAddress: 1_000 }
  served = await serveHub({ feed, readStock: view.ofSkus, limits, onFault: () => undefined })
})
afterAll(async () => {
  await served.close()
  await path.close()
})

const truth = async (): Promise<ReadonlyMap<string, number>> => {
  const rows = await createStockReader(path.database).availability([1, 2, 3])
  return new Map(rows.map(({ variantId, available }) => [`SKU-${variantId}`, available]))
}

test('a badge follows within a second of the hold, and says on whose trail', async () => {
  let heardAt = 0
  let told: LiveMessage | undefined
  const page = await openStream(served.origin, SKUS, (message) => {
    if (message.type !== 'stock') return
    heardAt = performance.now()
    told = message
  })
  const lags: number[] = []
  for (let n = 0; n < 20; n++) {
    told = undefined
    await path.hold(1, 60_000, `trail-${n}`)
    const heldAt = performance.now()
    while (told === undefined && performance.now() - heldAt < 5_000) await sleep(2)
    expect(told).toMatchObject({ type: 'stock', correlationId: `trail-${n}` })
    lags.push(heardAt - heldAt)
  }
  expect(Math.max(...lags)).toBeLessThan(1_000)
  page.tear()
})

test('two hundred forced reconnects leave no page on a stale badge', async () => {
  const pages: TestStream[] = await Promise.all(Array.from({ length: 20 }, () => openStream(served.origin, SKUS)))
  let isOver = false
  const load = (async () => {
    while (!isOver) {
      await Promise.all([1, 2, 3].map((variantId) => path.hold(variantId, 1_000)))
      await path.engine.expireDue(500)
      await sleep(10)
    }
  })()
  let reconnects = 0
  for (let round = 0; round < 10; round++) {
    for (const [n, page] of pages.entries()) {
      page.tear()
      pages[n] = await openStream(served.origin, SKUS)
      reconnects += 1
    }
  }
  isOver = true
  await load
  await sleep(1_200) // the last holds end
  while ((await path.engine.expireDue(500)).length > 0);
  await sleep(1_000) // what a badge has to follow

  expect(reconnects).toBe(200)
  const want = await truth()
  for (const page of pages) {
    expect(new Map([...page.stock()].map(([sku, { available }]) => [sku, available]))).toEqual(want)
    page.tear()
  }
})

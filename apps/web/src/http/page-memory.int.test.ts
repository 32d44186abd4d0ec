import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { notedView } from '../graph/noted-reads'
import { openStockPath, type StockPath } from '../live/testing/stock-path'
import { createPageMemory, type PageMemory } from './page-memory'
import { createReadWatch } from './page-reads'

const UNITS = 40
let path: StockPath
let memory: PageMemory
let server: Server
let origin = ''

/** The stock path of the shop, and a page that prints what the view says of two products. */
beforeAll(async () => {
  path = await openStockPath([UNITS])
  const watch = createReadWatch()
  const shown = notedView(path.view, watch)
  memory = createPageMemory({ watch, isPersonal: () => false })
  server = createServer((req, res) => {
    void memory.answer(req, res, async () => {
      const stock = await shown.ofSkus(['SKU-1', 'SKU-2'])
      res.end(stock.map(({ sku, available }) => `${sku}:${available}`).join(' '))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve))
  await path.close()
})

const page = async (): Promise<string> => (await fetch(origin)).text()
/** Asked until memory has learned the stock and a page stands. */
const stands = async (): Promise<string> => {
  await expect
    .poll(
      async () => {
        const before = memory.counts().remembered
        await page()
        return memory.counts().remembered - before
      },
      { timeout: 20_000 },
    )
    .toBe(1)
  return page()
}

test('a remembered page follows every movement of what it shows, and no other', async () => {
  expect(await stands()).toBe(`SKU-1:${UNITS} SKU-2:${UNITS}`)
  for (let sold = 1; sold <= 10; sold++) {
    await path.hold(1)
    // Far before its age would end it.
    await expect.poll(page, { timeout: 10_000, interval: 20 }).toBe(`SKU-1:${UNITS - sold} SKU-2:${UNITS}`)
  }
  // A slow box may find its stock unconfirmed for a moment and make the page again: it has to stand once.
  const madeAround = async (variantId: number): Promise<number> => {
    await stands()
    const { made } = memory.counts()
    await path.hold(variantId)
    for (let n = 0; n < 5; n++) await page()
    return memory.counts().made - made
  }
  await expect.poll(() => madeAround(3), { timeout: 20_000 }).toBe(0)
})

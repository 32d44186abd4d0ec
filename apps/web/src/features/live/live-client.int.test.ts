import { createServer } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test'
import type { SkuStock, StockFeedListener } from '@selvedge/core'
import { chromiumFlags, findChromium } from '@selvedge/stack'
import { build } from 'esbuild'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createLiveHub, type LiveHub } from '../../live/live-hub'

// The client in real tabs of a real browser, against the real hub; stock is what the test says.
const ENTRY = `
import { createLiveClient } from './live-client'
const client = createLiveClient()
client.start()()
client.start()
window.watch = (skus) => { window.unwatch = client.watch(skus) }
window.available = (sku) => client.store.get(sku)?.available
window.liveStatus = () => client.status.get()
window.moved = []
client.prices.listen((moved) => window.moved.push(moved.has(7) && !moved.has(8)))`

const listeners = new Set<StockFeedListener>()
const stock = new Map<string, SkuStock>()
const sockets = new Set<Socket>()
let hub: LiveHub
let origin: string
let browser: Browser
let context: BrowserContext
let close: () => void

/** A server's hub, as one that has just started. */
const newHub = (): LiveHub =>
  createLiveHub({
    feed: {
      isUp: () => true,
      listen: (listener) => {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
      close: async () => undefined,
    },
    readStock: async (skus) => skus.flatMap((sku) => stock.get(sku) ?? []),
    onFault: (fault) => {
      throw fault
    },
  })

beforeAll(async () => {
  const bundle = await build({
    stdin: { contents: ENTRY, resolveDir: import.meta.dirname, loader: 'ts' },
    bundle: true,
    format: 'esm',
    minify: true,
    write: false,
  })
  const script = bundle.outputFiles[0]?.text ?? ''
  hub = newHub()
  const server = createServer((req, res) => {
    if (hub.handles(req)) return hub.handle(req, res)
    const isScript = req.url === '/client.js'
    res.writeHead(200, { 'content-type': isScript ? 'text/javascript' : 'text/html' })
    res.end(isScript ? script : '<!doctype html><script type="module" src="/client.js"></script>')
  })
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}` // it listens on TCP
  close = () => {
    hub.close()
    server.close()
    server.closeAllConnections()
  }
  const installed = findChromium()
  browser = await chromium.launch({
    args: chromiumFlags(),
    ...(installed === undefined ? {} : { executablePath: installed }),
  })
})
afterAll(async () => {
  await browser.close()
  close()
})
beforeEach(async () => {
  await context?.close()
  context = await browser.newContext()
  stock.clear()
  change('A', 1, 5)
  change('B', 1, 7)
})

const change = (sku: string, version: number, available: number): void => {
  stock.set(sku, { sku, version, available })
  for (const listener of listeners) listener.changed?.({ stock: { sku, version, available } })
}
const openTab = async (...skus: string[]): Promise<Page> => {
  const page = await context.newPage()
  await page.goto(origin)
  await page.waitForFunction('window.watch !== undefined')
  await page.evaluate(`window.watch(${JSON.stringify(skus)})`)
  return page
}
const shows = (page: Page, sku: string, available: number) =>
  page.waitForFunction(`window.available('${sku}') === ${available}`, undefined, { timeout: 8_000 })
const untilStreams = async (count: number): Promise<void> => {
  for (let n = 0; n < 100 && hub.size() !== count; n++) await sleep(50)
  expect(hub.size()).toBe(count)
}

test('all tabs of a browser share one stream, and each hears what it watches', async () => {
  const [first, second, third] = [await openTab('A'), await openTab('B'), await openTab('A')]
  await Promise.all([shows(first, 'A', 5), shows(second, 'B', 7), shows(third, 'A', 5)])
  await untilStreams(1)

  change('A', 2, 4)
  change('B', 2, 0)
  await Promise.all([shows(first, 'A', 4), shows(second, 'B', 0), shows(third, 'A', 4)])
})

test('each tab hears once of prices that moved', async () => {
  const [first, second] = [await openTab('A'), await openTab('B')]
  await Promise.all([shows(first, 'A', 5), shows(second, 'B', 7)])
  await untilStreams(1)
  const tabs = [first, second]
  hub.pricesMoved([7])
  for (const tab of tabs) await tab.waitForFunction('window.moved.length > 0', undefined, { timeout: 8_000 })
  await sleep(100)
  for (const tab of tabs) expect(await tab.evaluate('window.moved')).toEqual([true])
})

test('a tab that is being opened as prices move hears of it from the one that owns the stream', async () => {
  const first = await openTab('A')
  await shows(first, 'A', 5)
  await untilStreams(1)
  const page = await context.newPage()
  let come = (): void => undefined
  const moved = new Promise<void>((resolve) => {
    come = resolve
  })
  // The page is drawn, its scripts are on their way.
  await page.route('**/client.js', async (route) => {
    await moved
    await route.continue()
  })
  await page.goto(origin, { waitUntil: 'commit' })
  hub.pricesMoved([7])
  await first.waitForFunction('window.moved.length > 0', undefined, { timeout: 8_000 })
  come()
  await page.waitForFunction('window.moved?.length > 0', undefined, { timeout: 8_000 })
  await page.evaluate(`window.watch(['A'])`)
  await shows(page, 'A', 5)
  await sleep(600)
  for (const tab of [first, page]) expect(await tab.evaluate('window.moved.length')).toBe(1)
  await untilStreams(1)
})

test('a page hears once of prices that moved while the server was away, and nothing where they stand as before', async () => {
  const page = await openTab('A')
  await shows(page, 'A', 5)
  await untilStreams(1)
  const startAgain = async (standSinceMs: number): Promise<void> => {
    hub.close()
    hub = newHub()
    await untilStreams(1)
    hub.pricesStandSince(standSinceMs)
  }
  await startAgain(Date.now() - 3_600_000)
  await sleep(300)
  expect(await page.evaluate('window.moved')).toEqual([])
  await startAgain(Date.now())
  await page.waitForFunction('window.moved.length > 0', undefined, { timeout: 15_000 })
  expect(await page.evaluate('window.moved.length')).toBe(1)
})

test('when the tab that owns the stream goes, another takes over and nothing is missed', async () => {
  const [first, second] = [await openTab('A'), await openTab('B')]
  await shows(second, 'B', 7)
  await first.close()
  change('B', 2, 3) // perhaps while nobody listens
  await shows(second, 'B', 3)
  await untilStreams(1)
  change('B', 3, 2)
  await shows(second, 'B', 2)
})

test('after its stream was torn a page shows what happened meanwhile', async () => {
  const page = await openTab('A')
  await shows(page, 'A', 5)
  stock.set('A', { sku: 'A', version: 5, available: 1 })
  for (const socket of sockets) socket.destroy()
  await shows(page, 'A', 1)
  await page.waitForFunction('window.liveStatus() === "live"')
})

test('a page that watches nothing any more gives its stream back', async () => {
  const page = await openTab('A')
  await untilStreams(1)
  await page.evaluate('window.unwatch()')
  await untilStreams(0)
})

test('an older version never takes the place of a newer one', async () => {
  const page = await openTab('A')
  await shows(page, 'A', 5)
  change('A', 9, 1)
  await shows(page, 'A', 1)
  change('A', 3, 8)
  await sleep(200)
  expect(await page.evaluate('window.available("A")')).toBe(1)
})

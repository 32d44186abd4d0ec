import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { type LiveMessage, PRICES_NAMED_MAX, type SkuStock, type StockFeed } from '@selvedge/core'
import { frameOf } from './frames'
import { openConnection } from './live-connection'
import { DEFAULT_LIVE_LIMITS, type LiveLimits } from './live-limits'
import { topicsOfBody, topicsOfUrl } from './read-topics'
import { refuse } from './refuse'
import { createWatchers } from './watchers'

export type LiveHubDeps = {
  readonly feed: StockFeed
  /** Current availability, at most a second old; unknown SKUs are left out. */
  readStock(skus: readonly string[]): Promise<readonly SkuStock[]>
  /** A change as pages show it: with the next unit to come, which the feed does not tell. */
  asShown?(stock: SkuStock): SkuStock
  readonly limits?: Partial<LiveLimits>
  /** The client's address for the caps; behind a trusted proxy the forwarded one. */
  addressOf?(req: IncomingMessage): string
  /** Hears of faults that only cost freshness. */
  onFault(error: unknown): void
}

export type LiveHub = {
  /** Whether a request is for the hub rather than for pages. */
  handles(req: IncomingMessage): boolean
  handle(req: IncomingMessage, res: ServerResponse): void
  /** Tells who watches these SKUs by when more of them can be had: that is another now, though the stock may be the same. */
  unitsMoved(skus: readonly string[]): void
  /** Tells every page that these products have other prices now; one that is behind is told when it reads again. */
  pricesMoved(productIds: readonly number[]): void
  /** Says since when prices stand as this server found them: who was not listening then, while it was away, has missed it. */
  pricesStandSince(atMs: number): void
  /** Ends every stream; call it first when the server goes down, an open stream keeps a server alive. */
  close(): void
  /** Open streams. */
  size(): number
}

/**
 * Fans changes of availability out to browsers. `GET /api/live?skus=a,b` is the stream, `POST /api/live/topics` changes
 * what it carries. Stock is state: a snapshot on connect, on every change of topics and after every gap of the feed,
 * then changes; the page drops versions it has. Nothing is replayed.
 */
export const createLiveHub = (deps: LiveHubDeps): LiveHub => {
  const { feed, readStock, asShown = (stock) => stock, onFault } = deps
  const limits = { ...DEFAULT_LIVE_LIMITS, ...deps.limits }
  const addressOf = deps.addressOf ?? ((req: IncomingMessage) => req.socket.remoteAddress ?? 'unknown')
  const watchers = createWatchers()
  let isClosed = false
  let pricesMovedAtMs: number | undefined

  const tell = (stock: SkuStock, message: LiveMessage): void => {
    const interested = watchers.of(stock.sku)
    if (interested === undefined) return
    const frame = frameOf(message)
    for (const connection of interested) connection.send([stock], frame)
  }
  /** Reads SKUs anew and tells who watches them; pages drop what they have. */
  const refresh = async (skus: readonly string[]): Promise<void> => {
    if (skus.length === 0) return
    for (const stock of await readStock(skus)) tell(stock, { type: 'snapshot', stock: [stock] })
  }
  const refreshOrReport = (skus = watchers.skus()): void => void refresh(skus).catch(onFault)

  const unlisten = feed.listen({
    changed: ({ stock, correlationId }) => {
      const trail = correlationId === undefined ? {} : { correlationId }
      const shown = asShown(stock)
      tell(shown, { type: 'stock', stock: [shown], ...trail })
    },
    resumed: () => refreshOrReport(),
  })
  const pings = setInterval(() => {
    const now = Date.now()
    for (const connection of watchers.all()) {
      if (connection.behindMs(now) > limits.tooSlowMs) connection.end()
      else connection.ping()
    }
  }, limits.pingMs)
  const refreshes = setInterval(() => {
    if (!feed.isUp()) refreshOrReport()
  }, limits.refreshMs)

  const stream = async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    const skus = topicsOfUrl(req)
    const address = addressOf(req)
    if (skus === undefined) return refuse(res, 400)
    if (isClosed) return refuse(res, 503)
    if (watchers.size() >= limits.streams || watchers.ofAddress(address) >= limits.streamsPerAddress) {
      return refuse(res, 429)
    }
    const connection = openConnection(req, res, { id: randomUUID(), address, topics: new Set(skus), pricesMovedAtMs })
    watchers.add(connection)
    res.once('close', () => watchers.remove(connection))
    // Watching begins before the read: a change in between is sent, and wins by its version.
    connection.snapshot(await readStock(skus))
  }
  const move = async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    const body = await topicsOfBody(req)
    if (body.status !== 200) return refuse(res, body.status)
    const connection = watchers.byId(body.topics.connectionId)
    if (connection === undefined) return refuse(res, 404)
    if (!connection.mayMove(Date.now(), limits.movesPer10s)) return refuse(res, 429)
    watchers.move(connection, new Set(body.topics.skus))
    res.writeHead(204, { 'cache-control': 'no-store' }).end()
    connection.snapshot(await readStock(body.topics.skus))
  }

  return {
    handles: (req) => routeOf(req) !== undefined,
    handle: (req, res) => {
      const route = routeOf(req)
      const answer =
        route === 'stream' && req.method === 'GET'
          ? stream
          : route === 'topics' && req.method === 'POST'
            ? move
            : undefined
      if (answer === undefined) return refuse(res, 405)
      answer(req, res).catch((error: unknown) => {
        onFault(error)
        // The stream stays without its snapshot: ending it makes the browser come again.
        if (res.headersSent) res.end()
        else refuse(res, 503)
      })
    },
    unitsMoved: (skus) => refreshOrReport(skus.filter((sku) => watchers.of(sku) !== undefined)),
    pricesMoved: (productIds) => {
      if (productIds.length === 0) return
      pricesMovedAtMs = Date.now()
      const frame = frameOf({
        type: 'prices',
        ...(productIds.length > PRICES_NAMED_MAX ? {} : { productIds: [...productIds] }),
        spreadMs: spreadOf(watchers.size()),
      })
      for (const connection of watchers.all()) connection.send([], frame)
    },
    pricesStandSince: (atMs) => {
      // What moved since this server started was told as it moved.
      if (pricesMovedAtMs !== undefined) return
      pricesMovedAtMs = atMs
      for (const connection of watchers.all()) connection.greet(atMs)
    },
    close: () => {
      isClosed = true
      unlisten()
      clearInterval(pings)
      clearInterval(refreshes)
      for (const connection of [...watchers.all()]) connection.end()
    },
    size: watchers.size,
  }
}

/** At least a second, and so that all of them together ask no more than some two hundred times in one. */
const spreadOf = (pages: number): number => Math.max(1_000, Math.min(60_000, pages * 5))

const routeOf = (req: IncomingMessage): 'stream' | 'topics' | undefined => {
  const path = (req.url ?? '').split('?', 1)[0]
  if (path === '/api/live') return 'stream'
  return path === '/api/live/topics' ? 'topics' : undefined
}

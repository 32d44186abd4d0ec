import type { IncomingMessage, ServerResponse } from 'node:http'
import type { SkuStock } from '@selvedge/core'
import { frameOf, PING } from './frames'

const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-cache, no-transform',
  connection: 'keep-alive',
  'x-accel-buffering': 'no',
}

/** Bytes a reader may leave in our buffer before only the latest of each SKU is kept for it. */
const BUFFERED_BYTES = 64 * 1024
const MISSED_SPREAD_MS = 5_000

/** One browser's stream. A slow reader gets the latest state of each SKU when it reads again, never a backlog. */
export type LiveConnection = {
  readonly id: string
  readonly address: string
  topics: ReadonlySet<string>
  /** Writes the frame, or keeps the SKU's state for later when the reader is behind; without a SKU, that prices moved. */
  send(stock: readonly SkuStock[], frame: Buffer): void
  snapshot(stock: readonly SkuStock[]): void
  /** Greets once more, with what was not known at first. */
  greet(pricesMovedAtMs: number): void
  ping(): void
  /** How long the reader has been behind. */
  behindMs(now: number): number
  /** Whether one more change of topics is within the allowance. */
  mayMove(now: number, allowance: number): boolean
  end(): void
}

export type OpenedBy = Pick<LiveConnection, 'id' | 'address' | 'topics'> & {
  readonly pricesMovedAtMs: number | undefined
}

export const openConnection = (
  req: IncomingMessage,
  res: ServerResponse,
  { id, address, topics, pricesMovedAtMs }: OpenedBy,
): LiveConnection => {
  const waiting = new Map<string, SkuStock>()
  let behindSince: number | undefined
  let hasMissedPrices = false
  let window = { startedAt: 0, moves: 0 }

  req.socket.setNoDelay(true)
  req.socket.setTimeout(0)
  res.writeHead(200, HEADERS)
  res.write(greeting(id, pricesMovedAtMs))
  res.on('drain', () => {
    behindSince = undefined
    // Which, it has missed; that some have moved is enough for a page to ask.
    if (hasMissedPrices) write(frameOf({ type: 'prices', spreadMs: MISSED_SPREAD_MS }))
    hasMissedPrices = false
    if (waiting.size === 0) return
    const stock = [...waiting.values()]
    waiting.clear()
    write(frameOf({ type: 'stock', stock }))
  })
  const write = (frame: Buffer): void => {
    if (!res.write(frame) && res.writableLength > BUFFERED_BYTES) behindSince ??= Date.now()
  }
  const keep = (stock: readonly SkuStock[]): void => {
    for (const next of stock) {
      // Of one version the later word counts: when more can be had may be another day by then.
      if ((waiting.get(next.sku)?.version ?? -1) <= next.version) waiting.set(next.sku, next)
    }
  }

  return {
    id,
    address,
    topics,
    send: (stock, frame) => {
      if (behindSince === undefined) return write(frame)
      keep(stock)
      hasMissedPrices ||= stock.length === 0
    },
    snapshot: (stock) =>
      behindSince === undefined ? write(frameOf({ type: 'snapshot', stock: [...stock] })) : keep(stock),
    greet: (movedAtMs) => {
      if (behindSince === undefined) write(greeting(id, movedAtMs))
      else hasMissedPrices = true
    },
    ping: () => {
      if (behindSince === undefined) write(PING)
    },
    behindMs: (now) => (behindSince === undefined ? 0 : now - behindSince),
    mayMove: (now, allowance) => {
      if (now - window.startedAt > 10_000) window = { startedAt: now, moves: 0 }
      window.moves += 1
      return window.moves <= allowance
    },
    end: () => {
      res.end()
      // A reader that is behind would keep the socket, and with it the server, open.
      if (behindSince !== undefined) req.socket.destroy()
    },
  }
}

const greeting = (connectionId: string, pricesMovedAtMs: number | undefined): Buffer =>
  frameOf({
    type: 'hello',
    connectionId,
    serverNowMs: Date.now(),
    ...(pricesMovedAtMs === undefined ? {} : { pricesMovedAtMs }),
  })

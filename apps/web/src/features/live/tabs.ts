import type { PricesMoved, SkuStock } from '@selvedge/core'
import type { LiveStatus } from './live-status'
import type { LiveStream } from './live-stream'
import { CHANNEL, LEADER_LOCK, type TabMessage } from './tab-messages'
import { MAX_LIVE_TOPICS } from './topic-limit'

export type TabsDeps = {
  /** Hands what was heard to this tab. */
  stock(stock: readonly SkuStock[]): void
  known(sku: string): SkuStock | undefined
  status(status: LiveStatus): void
  prices(moved: PricesMoved): void
  /** When prices moved last, as far as this tab knows. */
  pricesMovedAtMs(): number | undefined
  /** Told by the tab that owns the stream when prices moved last: this one may not have been there. */
  pricesMovedAt(atMs: number): void
  openStream(to: StreamEars): LiveStream
}

/** What a stream tells its tab. */
type StreamEars = {
  stock(stock: readonly SkuStock[]): void
  status(status: LiveStatus): void
  prices(moved: PricesMoved): void
}

export type Tabs = { setTopics(skus: readonly string[]): void; wake(): void; close(): void }

const ANNOUNCE_MS = 20_000
const FORGET_MS = 150_000 // timers of hidden tabs run once a minute

/**
 * One tab of the browser, elected by a Web Lock, owns the stream; the others tell it their SKUs and hear the same.
 * Where there are no Web Locks (plain http on a name other than localhost) every tab leads itself.
 */
export const createTabs = (deps: TabsDeps): Tabs => {
  const tab = Math.random().toString(36).slice(2) // told apart, not secret; randomUUID needs https
  const channel = new BroadcastChannel(CHANNEL)
  const resign = new AbortController()
  const others = new Map<string, { skus: readonly string[]; heardAt: number }>()
  let own: readonly string[] = []
  let stream: LiveStream | undefined
  let shownStatus: LiveStatus = 'connecting'
  let watched = ''

  const post = (message: TabMessage): void => channel.postMessage(message)
  const announce = (): void => post({ kind: 'topics', tab, skus: own })
  const retopic = (): void => {
    for (const [id, { heardAt }] of others) if (Date.now() - heardAt > FORGET_MS) others.delete(id)
    const union = new Set(own)
    for (const { skus } of others.values()) for (const sku of skus) union.add(sku)
    const topics = [...union].slice(0, MAX_LIVE_TOPICS)
    const key = [...topics].sort().join()
    if (key === watched) return
    watched = key
    stream?.watch(topics)
  }
  const lead = (): void => {
    stream = deps.openStream({
      stock: (stock) => {
        deps.stock(stock)
        post({ kind: 'stock', stock })
      },
      status: (status) => {
        shownStatus = status
        deps.status(status)
        post({ kind: 'status', status })
      },
      prices: (moved) => {
        deps.prices(moved)
        post({ kind: 'prices', moved })
      },
    })
    post({ kind: 'who' })
    retopic()
  }
  channel.onmessage = ({ data }: MessageEvent<TabMessage>) => {
    if (data.kind === 'stock') deps.stock(data.stock)
    else if (data.kind === 'status') deps.status(data.status)
    else if (data.kind === 'prices') deps.prices(data.moved)
    else if (data.kind === 'moved') deps.pricesMovedAt(data.atMs)
    else if (data.kind === 'who') announce()
    else if (stream !== undefined) {
      if (data.kind === 'bye') others.delete(data.tab)
      else {
        others.set(data.tab, { skus: data.skus, heardAt: Date.now() })
        // What is known already is told at once: the hub sends a snapshot only when the union changes.
        const stock = data.skus.flatMap((sku) => deps.known(sku) ?? [])
        post({ kind: 'stock', stock })
        post({ kind: 'status', status: shownStatus })
        const atMs = deps.pricesMovedAtMs()
        if (atMs !== undefined) post({ kind: 'moved', atMs })
      }
      retopic()
    }
  }
  const heartbeat = setInterval(announce, ANNOUNCE_MS)
  const leave = (): void => post({ kind: 'bye', tab })
  window.addEventListener('pagehide', leave)
  elect(resign.signal, lead)

  return {
    setTopics: (skus) => {
      own = skus
      if (stream === undefined) announce()
      else retopic()
    },
    wake: () => {
      announce()
      stream?.wake()
    },
    close: () => {
      clearInterval(heartbeat)
      window.removeEventListener('pagehide', leave)
      leave()
      resign.abort()
      stream?.close()
      channel.close()
    },
  }
}

/** Calls `lead` once this tab is the leader, and stays it until the signal. */
const elect = (resigned: AbortSignal, lead: () => void): void => {
  if (!('locks' in navigator)) {
    lead()
    return
  }
  const term = (): Promise<void> => {
    if (resigned.aborted) return Promise.resolve()
    lead()
    return new Promise((end) => resigned.addEventListener('abort', () => end(), { once: true }))
  }
  navigator.locks.request(LEADER_LOCK, { signal: resigned }, term).catch((error: unknown) => {
    // Aborted while still in the queue is how a follower leaves.
    if (!resigned.aborted) throw error
  })
}

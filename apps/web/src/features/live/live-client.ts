import { createStatusCell, type StatusCell } from './live-status'
import { createLiveStream } from './live-stream'
import { createMissedPrices } from './missed-prices'
import { createPricesCell, type PricesCell } from './prices-cell'
import { createStockStore, type StockStore } from './stock-store'
import { createTabs } from './tabs'
import { MAX_LIVE_TOPICS } from './topic-limit'
import { whenLookedAt } from './when-looked-at'

export type LiveClient = {
  readonly store: StockStore
  readonly status: StatusCell
  readonly prices: PricesCell
  /** Counts the SKUs as wanted; the answer gives them back. */
  watch(skus: readonly string[]): () => void
  /** Takes part until the answer is called. Can be started again, as StrictMode does. */
  start(): () => void
}

/** After a server was started again everybody comes back within seconds. */
const MISSED_SPREAD_MS = 10_000
/** One tab that was being opened asks for itself. */
const ALONE_SPREAD_MS = 500
const LINGER_MS = 250 // a page change gives SKUs back and wants others a moment later: one move, not two

/** This tab's part in the one stream of the browser: leader or follower, it cannot tell the difference. */
export const createLiveClient = (): LiveClient => {
  const store = createStockStore()
  const status = createStatusCell()
  const prices = createPricesCell({ now: Date.now, later: whenLookedAt, random: Math.random })
  const wanted = new Map<string, number>()
  let tell: (() => void) | undefined
  let pending: ReturnType<typeof setTimeout> | undefined

  const tellSoon = (waitMs: number): void => {
    clearTimeout(pending)
    pending = setTimeout(() => tell?.(), waitMs)
  }
  const count = (skus: readonly string[], by: number): void => {
    for (const sku of skus) {
      const next = (wanted.get(sku) ?? 0) + by
      if (next > 0) wanted.set(sku, next)
      else wanted.delete(sku)
    }
  }

  return {
    store,
    status,
    prices,
    watch: (skus) => {
      count(skus, 1)
      tellSoon(20)
      return () => {
        count(skus, -1)
        tellSoon(LINGER_MS)
      }
    },
    start: () => {
      const missed = createMissedPrices({ now: Date.now, drawnAtMs: performance.timeOrigin })
      const tabs = createTabs({
        stock: store.apply,
        known: store.get,
        status: status.set,
        prices: (moved) => {
          missed.heard()
          prices.tell(moved)
        },
        pricesMovedAtMs: missed.movedAtMs,
        pricesMovedAt: (atMs) => {
          if (missed.isNews(atMs)) prices.tell({ spreadMs: ALONE_SPREAD_MS })
        },
        openStream: (to) =>
          createLiveStream({
            status: (now) => {
              missed.status(now)
              to.status(now)
            },
            heard: (message) => {
              if (message.type === 'prices') to.prices(message)
              else if (message.type !== 'hello') to.stock(message.stock)
              else if (missed.hasMissed(message)) to.prices({ type: 'prices', spreadMs: MISSED_SPREAD_MS })
            },
          }),
      })
      tell = () => tabs.setTopics([...wanted.keys()].slice(0, MAX_LIVE_TOPICS))
      tell()
      const wake = (): void => {
        if (document.visibilityState === 'visible') tabs.wake()
      }
      document.addEventListener('visibilitychange', wake)
      window.addEventListener('online', wake)
      return () => {
        clearTimeout(pending)
        tell = undefined
        document.removeEventListener('visibilitychange', wake)
        window.removeEventListener('online', wake)
        tabs.close()
      }
    },
  }
}

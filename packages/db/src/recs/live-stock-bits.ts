import type { AvailabilityView, StockFeed } from '@selvedge/core'
import type { CatalogueTable, StockBits } from '@selvedge/recs'

// SKUs asked for at once: a round trip of a few milliseconds each.
const AT_ONCE = 2_000

export type LiveStockDeps = {
  readonly availability: Pick<AvailabilityView, 'ofSkus'>
  readonly feed: StockFeed
  readonly onFault: (fault: unknown) => void
}

/**
 * Keeps stock bits true: every SKU is read once, then changes are patched as they are published. Where changes may have
 * been missed everything is read anew, and until then the bits are not live.
 */
export const followStock = (deps: LiveStockDeps, table: CatalogueTable, bits: StockBits) => {
  const { availability, feed, onFault } = deps
  let isLoaded = false
  let round = 0
  let toldUntil = 0

  const load = async (): Promise<void> => {
    round += 1
    const mine = round
    isLoaded = false
    for (let from = 0; from < table.variants.skus.length; from += AT_ONCE) {
      for (const stock of await availability.ofSkus(table.variants.skus.slice(from, from + AT_ONCE))) bits.patch(stock)
      if (mine !== round) return // something was missed meanwhile: the later round goes on
    }
    isLoaded = true
  }
  const reload = (): void => {
    bits.forget()
    load().catch(onFault)
  }
  const unlisten = feed.listen({
    changed: ({ stock }) => void bits.patch(stock),
    ticked: (asOfMs) => {
      toldUntil = Math.max(toldUntil, asOfMs)
    },
    broken: () => {
      isLoaded = false
      round += 1
    },
    resumed: reload,
  })
  return {
    load,
    /** What was committed before this moment is in the bits; epoch milliseconds. */
    asOfMs: (): number => toldUntil,
    /** Whether anybody keeps the bits up. How far they may be behind is what `asOfMs` says. */
    isLive: (): boolean => isLoaded && feed.isUp(),
    stop: unlisten,
  }
}
export type FollowedStock = ReturnType<typeof followStock>

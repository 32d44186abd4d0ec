import type { AvailabilityView, StockFeed } from '@selvedge/core'
import type { CatalogueTable, StockBits } from '@selvedge/recs'

// SKUs asked for at once: a round trip of a few milliseconds each.
const AT_ONCE = 2_000
/** While nobody tells of changes everything is read anew so often at most, and takes a twentieth of the time at most. */
const UNTOLD_MS = 10_000
const UNTOLD_SHARE = 20

export type LiveStockDeps = {
  readonly availability: Pick<AvailabilityView, 'ofSkus'>
  readonly feed: StockFeed
  readonly nowMs: () => number
  readonly onFault: (fault: unknown) => void
}

/**
 * Keeps stock bits true: every SKU is read once, then changes are patched as they are published. Where changes may have
 * been missed everything is read anew; while nobody tells of any, again and again. So long the bits are as of an earlier
 * moment, which `asOfMs` says: whoever shows what was chosen by them looks it up. `knownUntilMs` is the moment up to which
 * all is told already to who reads here: without it nothing is, until the next tick.
 */
export const followStock = (deps: LiveStockDeps, table: CatalogueTable, bits: StockBits, knownUntilMs = 0) => {
  const { availability, feed, nowMs, onFault } = deps
  /** Every SKU was read, be it before something was missed. */
  let isKnown = false
  /** Nothing was missed since. */
  let isWhole = false
  let breaks = 0
  let round = 0
  let toldUntil = knownUntilMs
  /** Until when the bits hold everything. */
  let wholeUntil = 0
  let restUntil = 0

  const load = async (): Promise<void> => {
    round += 1
    const [mine, breaksBefore, beganMs] = [round, breaks, nowMs()]
    restUntil = Number.POSITIVE_INFINITY
    // After a read that failed only as long as that: how long it waited for nobody's answer says nothing of its cost.
    let restMs = UNTOLD_MS
    try {
      for (let from = 0; from < table.variants.skus.length; from += AT_ONCE) {
        for (const stock of await availability.ofSkus(table.variants.skus.slice(from, from + AT_ONCE)))
          bits.patch(stock)
        if (mine !== round) return // something was missed meanwhile: the later round goes on
      }
      isKnown = true
      isWhole = breaksBefore === breaks
      restMs = Math.max(UNTOLD_MS, UNTOLD_SHARE * (nowMs() - beganMs))
    } finally {
      if (mine === round) restUntil = nowMs() + restMs
    }
  }
  const unlisten = feed.listen({
    changed: ({ stock }) => void bits.patch(stock),
    ticked: (asOfMs) => {
      toldUntil = Math.max(toldUntil, asOfMs)
    },
    broken: () => {
      if (isWhole) wholeUntil = toldUntil
      isWhole = false
      breaks += 1
    },
    resumed: () => {
      // Of what changed before, nobody told: the first word that comes now is no word of that.
      isWhole = false
      bits.forget()
      load().catch(onFault)
    },
  })
  return {
    load,
    /** Reads everything anew where nobody tells of changes and that is due. */
    look: async (): Promise<void> => {
      if (!(isWhole && feed.isUp()) && nowMs() >= restUntil) await load()
    },
    /** What was committed before this moment is in the bits; epoch milliseconds. */
    asOfMs: (): number => (isWhole ? toldUntil : wholeUntil),
    /** Whether the bits say what every SKU had at some moment. */
    isKnown: (): boolean => isKnown,
    /** Whether somebody keeps them up. How far they may be behind is what `asOfMs` says. */
    isLive: (): boolean => isWhole && feed.isUp(),
    stop: unlisten,
  }
}
export type FollowedStock = ReturnType<typeof followStock>

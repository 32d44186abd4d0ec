import { canonicalQuery, type FoundListing, type ListingQuery, type ProductFinder } from '@selvedge/core'
import { LRUCache } from 'lru-cache'
import type { Generations } from './generations'
import type { GenerationWatch, Indexed } from './watch-generations'

export type CacheCounts = {
  readonly hits: number
  readonly stale: number
  readonly misses: number
  /** Refreshes beside an older answer that failed; whoever must wait for the next one sees the fault itself. */
  readonly failures: number
}
export type CachedFinder = ProductFinder & {
  /** Whether this is what is found for the query now, with nothing newer to be fetched. */
  isCurrent(query: ListingQuery, found: FoundListing): boolean
  counts(): CacheCounts
}

export type CachedFinderDeps = {
  readonly finder: ProductFinder
  readonly generations: Pick<GenerationWatch, 'current' | 'overSinceMs'>
  readonly nowMs?: () => number
  readonly size?: number
}

type Entry = {
  readonly found: FoundListing
  readonly generation: Pick<Generations, Indexed>
  readonly storedAtMs: number
}

// After a change of the index is seen, an older answer may be served for so long while a new one is fetched, ...
const STALE_MS = 1_500
// ... and an answer younger than this is not fetched again yet: changes come in swarms.
const COALESCE_MS = 500
// Without news of the index an answer still does not live forever; one from the fallback hardly at all.
const AGE_MAX_MS = 60_000
const DEGRADED_AGE_MAX_MS = 1_000

/**
 * Remembers facets, order and cards per canonical listing in this process. Live stock is laid over later, so an answer
 * from here may have old counts for a second but never old stock.
 */
export function createCachedFinder({
  finder,
  generations,
  nowMs = Date.now,
  size = 3_000,
}: CachedFinderDeps): CachedFinder {
  const entries = new LRUCache<string, Entry>({ max: size })
  const fetching = new Map<string, Promise<FoundListing>>()
  const counted = { hits: 0, stale: 0, misses: 0, failures: 0 }

  const fetch = (key: string, query: ListingQuery): Promise<FoundListing> => {
    const running = fetching.get(key)
    if (running) return running
    const generation = generations.current()
    const found = finder
      .find(query)
      .then((listing) => {
        entries.set(key, { found: listing, generation, storedAtMs: nowMs() })
        return listing
      })
      .finally(() => fetching.delete(key))
    fetching.set(key, found)
    return found
  }

  /** A listing that does not ask what is in stock is found, ordered and counted without looking at stock. */
  const overSince = ({ generation }: Entry, { inStock }: ListingQuery): number | undefined => {
    const document = generations.overSinceMs('search', generation.search)
    const buyable = inStock ? generations.overSinceMs('buyable', generation.buyable) : undefined
    return document === undefined || buyable === undefined ? (document ?? buyable) : Math.min(document, buyable)
  }
  const stateOf = (entry: Entry, query: ListingQuery, now: number): 'fresh' | 'stale' | 'old' => {
    const age = now - entry.storedAtMs
    if (age > (entry.found.degraded.length > 0 ? DEGRADED_AGE_MAX_MS : AGE_MAX_MS)) return 'old'
    const since = overSince(entry, query)
    if (since === undefined) return 'fresh'
    return now - since <= STALE_MS ? 'stale' : 'old'
  }

  return {
    find: async (input) => {
      const query = canonicalQuery(input)
      const key = JSON.stringify(query)
      const entry = entries.get(key)
      const now = nowMs()
      const state = entry ? stateOf(entry, query, now) : 'old'
      if (entry && state === 'fresh') {
        counted.hits++
        return entry.found
      }
      if (entry && state === 'stale') {
        counted.stale++
        if (now - entry.storedAtMs >= COALESCE_MS) fetch(key, query).catch(() => counted.failures++)
        return entry.found
      }
      counted.misses++
      return fetch(key, query)
    },
    isCurrent: (input, found) => {
      const query = canonicalQuery(input)
      const entry = entries.peek(JSON.stringify(query))
      return entry?.found === found && found.degraded.length === 0 && stateOf(entry, query, nowMs()) === 'fresh'
    },
    suggest: (text, limit) => finder.suggest(text, limit),
    counts: () => ({ ...counted }),
  }
}

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

/** `stale`: something newer is not fetched yet; `due`: it is, while this one is served; `old`: waits for the new one. */
type State = 'fresh' | 'stale' | 'due' | 'old'

type Entry = {
  readonly found: FoundListing
  readonly generation: Pick<Generations, Indexed>
  readonly storedAtMs: number
}

// After a change is seen, an older answer may be served for `staleMs` while a new one is fetched, and one younger than
// `coalesceMs` is not fetched again yet: changes come in swarms. Documents are what a listing is of; what can be bought
// of them is laid over each answer live, so an older one can only miscount or lack what came back, never sell what is
// gone. Nobody waits for that on a busy day, when something is sold out or comes back several times a second.
const KEPT: Record<Indexed, { readonly staleMs: number; readonly coalesceMs: number }> = {
  search: { staleMs: 1_500, coalesceMs: 500 },
  buyable: { staleMs: 30_000, coalesceMs: 1_000 },
}
// So many are fetched beside older answers at once, so that whoever must wait for one does not stand behind a crowd that
// nobody waits for; who is passed over is asked for again, or is waited for in the end.
const REFRESHES_AT_ONCE = 2
// Without news of the index an answer still does not live forever; one from the fallback hardly at all.
const AGE_MAX_MS = 60_000
const DEGRADED_AGE_MAX_MS = 1_000

/**
 * Remembers facets, order and cards per canonical listing in this process. Live stock is laid over later, so an answer
 * from here may have old counts, for a second or two, of what is in stock for half a minute (ADR 0024), and never old stock.
 */
export function createCachedFinder({
  finder,
  generations,
  nowMs = Date.now,
  size = 3_000,
}: CachedFinderDeps): CachedFinder {
  const entries = new LRUCache<string, Entry>({ max: size })
  const fetching = new Map<string, Promise<FoundListing>>()
  let refreshing = 0
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

  const refresh = (key: string, query: ListingQuery): void => {
    refreshing++
    fetch(key, query)
      .catch(() => counted.failures++)
      .finally(() => refreshing--)
  }

  /** What has changed since; a listing that does not ask what is in stock is found, ordered and counted without stock. */
  const changedOf = ({ inStock }: ListingQuery): readonly Indexed[] => (inStock ? ['search', 'buyable'] : ['search'])
  const stateOf = (entry: Entry, query: ListingQuery, now: number): State => {
    const age = now - entry.storedAtMs
    if (age > (entry.found.degraded.length > 0 ? DEGRADED_AGE_MAX_MS : AGE_MAX_MS)) return 'old'
    let state: State = 'fresh'
    for (const which of changedOf(query)) {
      const since = generations.overSinceMs(which, entry.generation[which])
      if (since === undefined) continue
      if (now - since > KEPT[which].staleMs) return 'old'
      if (age >= KEPT[which].coalesceMs) state = 'due'
      else if (state === 'fresh') state = 'stale'
    }
    return state
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
      if (entry && state !== 'old') {
        counted.stale++
        if (state === 'due' && refreshing < REFRESHES_AT_ONCE && !fetching.has(key)) refresh(key, query)
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

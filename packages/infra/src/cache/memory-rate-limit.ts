import type { RateLimit } from '@selvedge/core'
import { LRUCache } from 'lru-cache'

/** The rate limit port within one process: what is left of the limits while Redis is away. */
export const createMemoryRateLimit = (now: () => number): RateLimit => {
  const windows = new LRUCache<string, { used: number; readonly endsAt: number }>({ max: 50_000 })
  return {
    take: async (key, { limit, windowMs }, cost = 1) => {
      const known = windows.get(key)
      const window = known !== undefined && known.endsAt > now() ? known : { used: 0, endsAt: now() + windowMs }
      window.used += cost
      windows.set(key, window)
      return {
        isAllowed: window.used <= limit,
        remaining: Math.max(0, limit - window.used),
        resetMs: window.endsAt - now(),
      }
    },
  }
}

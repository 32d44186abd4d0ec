import type { RateLimit } from '@selvedge/core'
import { createMemoryRateLimit } from './memory-rate-limit'

/** Counts over all processes; while that is not possible, in this one. Nobody is locked out by a fault of ours. */
export const createResilientRateLimit = (deps: {
  rateLimit: RateLimit
  now(): number
  onFault(error: unknown): void
}): RateLimit => {
  const { rateLimit, now, onFault } = deps
  const spare = createMemoryRateLimit(now)
  return {
    take: async (key, rule, cost) => {
      try {
        return await rateLimit.take(key, rule, cost)
      } catch (error) {
        onFault(error)
        return spare.take(key, rule, cost)
      }
    },
  }
}

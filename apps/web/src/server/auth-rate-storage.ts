import type { RateLimit } from '@selvedge/core'

type AuthRule = { readonly window: number; readonly max: number }

/** Attempts to sign in count over all processes and drivers; the auth library asks in seconds. */
export const authRateStorage = (rateLimit: RateLimit) => ({
  consume: async (key: string, { window, max }: AuthRule) => {
    const { isAllowed, resetMs } = await rateLimit.take(`auth:${key}`, { limit: max, windowMs: window * 1_000 })
    return { allowed: isAllowed, retryAfter: isAllowed ? null : Math.ceil(resetMs / 1_000) }
  },
})

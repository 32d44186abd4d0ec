import type { IncomingMessage } from 'node:http'
import type { RateLimit } from '@selvedge/core'
import { isLocalAddress } from './client-address'

/** Calls a client address may make in a minute; a batch counts as its calls. 0 means no limit. */
export type CallLimitRules = { readonly readsPerMinute: number; readonly writesPerMinute: number }

export type CallLimits = {
  /** Undefined when the calls may be made, else how long the client should wait. */
  refusal(req: IncomingMessage, calls: number): Promise<{ retryAfterMs: number } | undefined>
}

const MINUTE_MS = 60_000

/**
 * Limits calls by client address, where the address says something. Writes count over all processes; reads in this one alone, since they are many and
 * a round trip to count each would cost more than most of them do.
 */
export const createCallLimits = (deps: {
  readonly writes: RateLimit
  readonly reads: RateLimit
  readonly rules: CallLimitRules
  readonly addressOf: (req: IncomingMessage) => string
}): CallLimits => ({
  refusal: async (req, calls) => {
    const isRead = req.method === 'GET'
    const limit = isRead ? deps.rules.readsPerMinute : deps.rules.writesPerMinute
    const address = deps.addressOf(req)
    if (limit === 0 || isLocalAddress(address)) return undefined
    const key = `${isRead ? 'reads' : 'writes'}:${address}`
    const answer = await (isRead ? deps.reads : deps.writes).take(key, { limit, windowMs: MINUTE_MS }, calls)
    return answer.isAllowed ? undefined : { retryAfterMs: answer.resetMs }
  },
})

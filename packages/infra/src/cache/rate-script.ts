import type { RateAnswer, RateRule } from '@selvedge/core'
import { z } from 'zod'

/** Counts and, on a key's first call, begins its window. KEYS counter; ARGV cost, window in ms. */
export const RATE_SCRIPT = `
local used = redis.call('INCRBY', KEYS[1], ARGV[1])
local left = redis.call('PTTL', KEYS[1])
if left < 0 then
  redis.call('PEXPIRE', KEYS[1], ARGV[2])
  left = tonumber(ARGV[2])
end
return { used, left }`

const replySchema = z.tuple([z.coerce.number(), z.coerce.number()])

/** The script's reply as the port tells it. */
export const rateAnswer = (reply: unknown, { limit }: RateRule): RateAnswer => {
  const [used, resetMs] = replySchema.parse(reply)
  return { isAllowed: used <= limit, remaining: Math.max(0, limit - used), resetMs }
}

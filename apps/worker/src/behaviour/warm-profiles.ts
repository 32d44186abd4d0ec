import { rebuildProfiles } from '@selvedge/core'
import type { BehaviourKeys, createRedis } from '@selvedge/infra'

/**
 * Makes all profiles from the log when this Redis holds none: a new shop, or a Redis that was emptied. Answers how many,
 * or nothing when there was nothing to do. Signals may come in meanwhile.
 */
export async function warmProfiles(
  deps: Parameters<typeof rebuildProfiles>[0] & {
    readonly redis: ReturnType<typeof createRedis>
    readonly keys: BehaviourKeys
  },
): Promise<number | undefined> {
  const { redis, keys } = deps
  if ((await redis.exists(keys.made)) === 1) return undefined
  const made = await rebuildProfiles(deps)
  await redis.set(keys.made, String(made))
  return made
}

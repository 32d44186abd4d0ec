import { type PersonKey, personKeySchema } from '@selvedge/core'
import type { Redis } from 'ioredis'
import type { BehaviourKeys } from './behaviour-keys'

/** As long as a bag's cookie. */
const KEPT_MS = 30 * 86_400_000

/** Whose bag it is, so that the order a guest makes of it counts for the guest's profile. */
export const createBagPeople = ({ redis, keys }: { redis: Redis; keys: BehaviourKeys }) => ({
  remember: async (cartId: string, person: string): Promise<void> => {
    await redis.set(keys.bag(cartId), person, 'PX', KEPT_MS)
  },
  of: async (cartId: string): Promise<PersonKey | undefined> =>
    personKeySchema.optional().parse((await redis.get(keys.bag(cartId))) ?? undefined),
})

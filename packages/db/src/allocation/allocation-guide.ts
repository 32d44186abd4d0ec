import {
  type AllocationGuide,
  type AllocationPolicy,
  allocationPolicySchema,
  DEFAULT_ALLOCATION_POLICY,
  type Place,
} from '@selvedge/core'
import type pg from 'pg'
import { readPlaces } from './read-places'
import { readReceivedAt } from './read-received-at'

type Known = { readonly policy: AllocationPolicy; readonly places: ReadonlyMap<number, Place> }

/**
 * How the channel chooses warehouses (port: core AllocationGuide). Policy and places are answered from memory for
 * `maxAgeMs`, so that an edited policy counts within seconds; ages of stock are read only for a policy that asks.
 */
export const createAllocationGuide = ({
  pool,
  channel = 'eu',
  maxAgeMs = 2_000,
}: {
  pool: pg.Pool
  channel?: string
  maxAgeMs?: number
}): AllocationGuide => {
  let known: { value: Promise<Known>; until: number } | undefined

  const read = async (): Promise<Known> => {
    const [{ rows }, places] = await Promise.all([
      pool.query<{ allocation_policy: unknown }>(
        'SELECT allocation_policy FROM channel ORDER BY code = $1 DESC, code LIMIT 1',
        [channel],
      ),
      readPlaces(pool),
    ])
    return {
      policy: rows[0] ? allocationPolicySchema.parse(rows[0].allocation_policy) : DEFAULT_ALLOCATION_POLICY,
      places: new Map(places.map((place) => [place.locationId, place])),
    }
  }

  const current = (): Promise<Known> => {
    if (known && performance.now() < known.until) return known.value
    const fresh = { value: read(), until: performance.now() + maxAgeMs }
    known = fresh
    // A failed read is nobody's answer but its own caller's.
    fresh.value.catch(() => {
      if (known === fresh) known = undefined
    })
    return fresh.value
  }

  return {
    guide: async (variantIds, destination) => {
      const { policy, places } = await current()
      return {
        policy,
        places,
        ...(destination ? { destination } : {}),
        ...(policy.rules.includes('drain-oldest') ? { receivedAtMs: await readReceivedAt(pool, variantIds) } : {}),
      }
    },
  }
}

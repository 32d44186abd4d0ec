import type { Cache, OrderMemory } from '@selvedge/core'
import { z } from 'zod'

/** Longer than somebody pages through a listing. */
const KEPT_MS = 30 * 60_000

const idsSchema = z.array(z.int())

/** Orders of listings in the shared cache, so that any web process goes on with them. */
export const createOrderMemory = ({ cache }: { readonly cache: Cache }): OrderMemory => {
  const key = (person: string, orderId: string): string => `order:${person}:${orderId}`
  return {
    keep: (person, orderId, productIds) => cache.set(key(person, orderId), JSON.stringify(productIds), KEPT_MS),
    recall: async (person, orderId) => {
      const kept = await cache.get(key(person, orderId))
      return kept === undefined ? undefined : idsSchema.parse(JSON.parse(kept))
    },
  }
}

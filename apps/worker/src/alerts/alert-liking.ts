import {
  feltFor,
  likingOf,
  type ProfileStore,
  personKeySchema,
  type SignalFactsReader,
  shopperViewOf,
} from '@selvedge/core'
import type { FulfilledAlert } from '@selvedge/db'

/**
 * How much pieces are to the taste of who waits for them, read only where somebody waits for several. Without profiles
 * all are liked alike: then who asked first is told first.
 */
export const createAlertLiking =
  (deps: {
    readonly profiles: Pick<ProfileStore, 'read'>
    readonly facts: SignalFactsReader
    readonly nowMs: () => number
    readonly onFault: (fault: unknown) => void
  }) =>
  async (due: readonly FulfilledAlert[]): Promise<(alert: FulfilledAlert) => number> => {
    const counts = new Map<string, number>()
    for (const { person } of due) counts.set(person, (counts.get(person) ?? 0) + 1)
    const several = due.filter(({ person }) => (counts.get(person) ?? 0) > 1)
    if (several.length === 0) return () => 0
    try {
      const facts = await deps.facts.of(several.map(({ productId }) => productId))
      const felt = new Map<string, ReadonlyMap<string, number>>()
      for (const person of new Set(several.map((alert) => alert.person))) {
        const profile = await deps.profiles.read(personKeySchema.parse(person))
        if (profile) felt.set(person, feltFor(shopperViewOf(profile, deps.nowMs())))
      }
      return ({ person, productId }) => {
        const [taste, piece] = [felt.get(person), facts.get(productId)]
        return taste && piece ? likingOf(taste, piece) : 0
      }
    } catch (fault) {
      deps.onFault(fault)
      return () => 0
    }
  }

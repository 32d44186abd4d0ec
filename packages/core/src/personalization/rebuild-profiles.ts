import { applySignal } from './apply-signal'
import type { PersonKey } from './person'
import type { BehaviourLog, ProfileStore } from './ports'
import { emptyProfile, type Profile } from './profile'
import type { RecordedSignal } from './recorded-signal'
import type { SignalFacts, SignalFactsReader } from './signal-facts'

/** More than a person leaves in the time signals are kept. */
const SIGNALS_OF_ONE = 50_000
const PEOPLE_AT_ONCE = 200

/** The profile that a history makes. */
export function foldProfile(
  person: PersonKey,
  history: readonly RecordedSignal[],
  facts: ReadonlyMap<number, SignalFacts>,
): Profile {
  let profile = emptyProfile(person, history[0]?.occurredAtMs ?? 0)
  for (const recorded of history) {
    const { signal } = recorded
    profile = applySignal(profile, recorded, 'productId' in signal ? facts.get(signal.productId ?? 0) : undefined)
  }
  return profile
}

export type RebuildDeps = {
  readonly log: Pick<BehaviourLog, 'of' | 'people'>
  readonly profiles: Pick<ProfileStore, 'replace'>
  readonly facts: SignalFactsReader
}

/** Makes one person's profile anew from the log. */
export function rebuildProfile({ log, profiles, facts }: RebuildDeps, person: PersonKey): Promise<void> {
  return profiles.replace(person, async () => {
    const history = await log.of(person, SIGNALS_OF_ONE)
    const ids = history.flatMap(({ signal }) => ('productId' in signal ? [signal.productId ?? 0] : []))
    const factsOf = await facts.of([...new Set(ids)].filter((id) => id > 0))
    return { profile: foldProfile(person, history, factsOf), eventIds: history.map(({ eventId }) => eventId) }
  })
}

/** Makes everybody's profile anew and answers how many; signals may come in meanwhile. */
export async function rebuildProfiles(deps: RebuildDeps): Promise<number> {
  let made = 0
  let people = await deps.log.people('', PEOPLE_AT_ONCE)
  while (people.length > 0) {
    for (const person of people) await rebuildProfile(deps, person)
    made += people.length
    people = await deps.log.people(people.at(-1) ?? '', PEOPLE_AT_ONCE)
  }
  return made
}

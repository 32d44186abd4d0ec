import {
  applySignal,
  emptyProfile,
  mergeProfiles,
  type PersonKey,
  type Profile,
  type ProfileStore,
  type RecordedSignal,
  type SignalFacts,
  type SignalFactsReader,
} from '@selvedge/core'
import type { Redis } from 'ioredis'
import { ALIAS_MS, type BehaviourKeys } from './behaviour-keys'
import { gatherReads } from './gather-reads'
import {
  type HeldProfile,
  markOf,
  type ProfileWrite,
  readHeld,
  readProfiles,
  unpackProfile,
  writeHeld,
} from './profile-hash'
import { readStanding, type Standing } from './read-standing'

/** Longer than a browser keeps signals while offline. */
const ERASED_MS = 8 * 86_400_000
const ATTEMPTS = 50

export type ProfileStoreDeps = {
  readonly redis: Redis
  readonly keys: BehaviourKeys
  readonly facts: SignalFactsReader
  readonly nowMs: () => number
}

export type HotProfiles = ProfileStore & {
  /** Signals under the names they count for; those from before their person's erasure are left out. */
  standing(signals: readonly RecordedSignal[]): Promise<readonly RecordedSignal[]>
  standingOf(people: readonly PersonKey[]): Promise<ReadonlyMap<PersonKey, Standing>>
}

/** Hot profiles in Redis: one hash a person, read by one command, written by compare and set. */
export const createProfileStore = (deps: ProfileStoreDeps): HotProfiles => {
  const { redis, keys, facts, nowMs } = deps

  const standing = async (signals: readonly RecordedSignal[]): Promise<readonly RecordedSignal[]> => {
    const standingOf = await readStanding(
      redis,
      keys,
      signals.map(({ person }) => person),
    )
    return signals.flatMap((signal) => {
      const { person, erasedUntilMs } = standingOf.get(signal.person) ?? { person: signal.person, erasedUntilMs: 0 }
      return signal.occurredAtMs <= erasedUntilMs ? [] : [{ ...signal, person }]
    })
  }

  const apply = async (signals: readonly RecordedSignal[]): Promise<{ applied: number; repeated: number }> => {
    const productIds = new Set(signals.flatMap(({ signal }) => ('productId' in signal ? [signal.productId ?? 0] : [])))
    const factsOf = await facts.of([...productIds].filter((id) => id > 0))
    let [applied, repeated] = [0, 0]
    let waiting: readonly RecordedSignal[] = signals
    for (let attempt = 0; waiting.length > 0; attempt += 1) {
      if (attempt === ATTEMPTS) throw new Error('profiles changed under every attempt to write them')
      const byPerson = groupByPerson(waiting)
      const people = [...byPerson.keys()]
      const held = await readHeld(redis, keys, people)
      const changes = people.map((person, i) => changeOf(person, held[i], byPerson.get(person) ?? [], factsOf))
      const writes = changes.filter((change) => change.applied > 0)
      const written = await writeHeld(redis, keys, writes)
      waiting = writes.flatMap((change, i) => (written[i] ? [] : (byPerson.get(change.profile.person) ?? [])))
      const lost = new Set(waiting.map(({ person }) => person))
      for (const change of changes) {
        if (lost.has(change.profile.person)) continue
        applied += change.applied
        repeated += change.repeated
      }
    }
    return { applied, repeated }
  }

  /** The guest's hash under a name that no consumer writes to; what an interrupted merge left there is found again. */
  const takeGuest = async (guest: PersonKey): Promise<Profile | undefined> => {
    const isThere = await redis.exists(keys.profile(guest))
    if (isThere) await redis.rename(keys.profile(guest), keys.merging(guest))
    return unpackProfile(await redis.hget(keys.merging(guest), 'p'))
  }

  return {
    standing,
    standingOf: (people) => readStanding(redis, keys, people),
    apply,
    read: gatherReads((people: readonly PersonKey[]) => readProfiles(redis, keys, people)),

    replace: async (person, make) => {
      for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
        // The version first: a signal that comes in while the profile is made changes it, and the making is repeated.
        const [held] = await readHeld(redis, keys, [person])
        const { profile, eventIds } = await make()
        if (held && (await writeHeld(redis, keys, [{ held, profile, marks: eventIds.map(markOf) }]))[0]) return
      }
      throw new Error('the profile changed under every attempt to replace it')
    },

    merge: async (guest, user) => {
      // What was set aside keeps the name it came under: it is found by the guests that a user was.
      await redis.sadd(keys.guests(user), guest)
      // An erasure before has given the set an end; this guest's name leads here all the same.
      await redis.persist(keys.guests(user))
      await redis.set(keys.alias(guest), user, 'PX', ALIAS_MS)
      const taken = await takeGuest(guest)
      if (!taken) return
      const mark = `merged:${guest}:${taken.asOfMs}`
      for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
        const [held] = await readHeld(redis, keys, [user])
        if (!held || held.marks.includes(mark)) break
        const profile = mergeProfiles(taken, held.profile ?? emptyProfile(user, taken.asOfMs))
        if ((await writeHeld(redis, keys, [{ held, profile, marks: [...held.marks, mark] }]))[0]) break
      }
      await redis.del(keys.merging(guest))
    },

    erase: async (person) => {
      await redis.set(keys.erased(person), nowMs(), 'PX', ERASED_MS)
      await redis.del(keys.profile(person), keys.merging(person))
    },
  }
}

function groupByPerson(signals: readonly RecordedSignal[]): ReadonlyMap<PersonKey, readonly RecordedSignal[]> {
  const groups = new Map<PersonKey, RecordedSignal[]>()
  for (const signal of signals) {
    const group = groups.get(signal.person)
    if (group) group.push(signal)
    else groups.set(signal.person, [signal])
  }
  return groups
}

type Change = ProfileWrite & { readonly applied: number; readonly repeated: number }

function changeOf(
  person: PersonKey,
  read: HeldProfile | undefined,
  signals: readonly RecordedSignal[],
  factsOf: ReadonlyMap<number, SignalFacts>,
): Change {
  const held = read ?? { version: '', profile: undefined, marks: [] }
  const marks = new Set(held.marks)
  let profile = held.profile ?? emptyProfile(person, signals[0]?.occurredAtMs ?? 0)
  let applied = 0
  for (const recorded of signals) {
    const mark = markOf(recorded.eventId)
    if (marks.has(mark)) continue
    marks.add(mark)
    applied += 1
    const { signal } = recorded
    profile = applySignal(profile, recorded, 'productId' in signal ? factsOf.get(signal.productId ?? 0) : undefined)
  }
  return { held, profile, marks: [...marks], applied, repeated: signals.length - applied }
}

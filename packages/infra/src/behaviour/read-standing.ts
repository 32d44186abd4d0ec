import { type PersonKey, personKeySchema } from '@selvedge/core'
import type { Redis } from 'ioredis'
import type { BehaviourKeys } from './behaviour-keys'

/** Under which name a person goes on, and until when the history of either name was erased (epoch milliseconds). */
export type Standing = { readonly person: PersonKey; readonly erasedUntilMs: number }

/** How people stand now: guests who signed in go on as users. Two round trips, however many are asked for. */
export async function readStanding(
  redis: Redis,
  keys: BehaviourKeys,
  people: readonly PersonKey[],
): Promise<ReadonlyMap<PersonKey, Standing>> {
  const asked = [...new Set(people)]
  if (asked.length === 0) return new Map()
  const aliases = await redis.mget(asked.map(keys.alias))
  const names = asked.map((person, i) => personKeySchema.parse(aliases[i] ?? person))
  const erasures = await redis.mget([...asked, ...names].map(keys.erased))
  const erasedAt = (at: number): number => Number(erasures[at] ?? 0)
  return new Map(
    asked.map((own, i) => [
      own,
      { person: names[i] ?? own, erasedUntilMs: Math.max(erasedAt(i), erasedAt(asked.length + i)) },
    ]),
  )
}

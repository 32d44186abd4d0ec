import type { PersonKey } from '@selvedge/core'

/** The names of behaviour in Redis. */
export type BehaviourKeys = {
  readonly stream: string
  /** Entries that could not be understood or kept, for somebody to look at. */
  readonly poison: string
  readonly seen: (of: string) => string
  /** Whose bag it is. */
  readonly bag: (cartId: string) => string
  /** Says that the profiles of this Redis were made. */
  readonly made: string
  readonly profile: (person: PersonKey) => string
  /** Under which name a guest goes on after signing in. */
  readonly alias: (person: PersonKey) => string
  /** The guests who went on as a user. */
  readonly guests: (user: PersonKey) => string
  readonly merging: (person: PersonKey) => string
  /** Until when a person's history was erased. */
  readonly erased: (person: PersonKey) => string
}

/** How long a guest's name leads to the user: longer than a browser goes on sending under it. */
export const ALIAS_MS = 30 * 86_400_000

export const BEHAVIOUR_GROUP = 'profiles'

export const behaviourKeys = (prefix: string): BehaviourKeys => ({
  stream: `${prefix}:behaviour:stream`,
  poison: `${prefix}:behaviour:poison`,
  seen: (of) => `${prefix}:behaviour:seen:${of}`,
  bag: (cartId) => `${prefix}:behaviour:bag:${cartId}`,
  made: `${prefix}:profile:made`,
  profile: (person) => `${prefix}:profile:${person}`,
  alias: (person) => `${prefix}:profile:alias:${person}`,
  guests: (user) => `${prefix}:profile:guests:${user}`,
  merging: (person) => `${prefix}:profile:merging:${person}`,
  erased: (person) => `${prefix}:profile:erased:${person}`,
})

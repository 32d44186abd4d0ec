import { createHash } from 'node:crypto'
import type { PersonKey, Profile } from '@selvedge/core'
import type { Redis } from 'ioredis'
import type { BehaviourKeys } from './behaviour-keys'
import type { ReadOutcome } from './gather-reads'

/** The packed form's version: a profile of another shape is made anew from the log instead of being misread. */
const FORM = '1'
const KEPT_MS = 400 * 86_400_000
/** Signals are recognised again among the last so many; what the stream delivers twice is never that old. */
const REMEMBERED_EVENTS = 512
const EVENT_MARK_LENGTH = 12

/** A profile as its writers see it: with the version it is changed by and the marks of the events it holds. */
export type HeldProfile = {
  readonly version: string
  readonly profile: Profile | undefined
  readonly marks: readonly string[]
}

export const markOf = (eventId: string): string => eventId.replaceAll('-', '').slice(0, EVENT_MARK_LENGTH)

/**
 * Writes only over the version that was read. KEYS profile; ARGV version read ('' for none), profile, marks, kept ms.
 */
const SCRIPT = `
local version = redis.call('HGET', KEYS[1], 'v') or ''
if version ~= ARGV[1] then return 0 end
redis.call('HSET', KEYS[1], 'v', (tonumber(version) or 0) + 1, 'p', ARGV[2], 'e', ARGV[3])
redis.call('PEXPIRE', KEYS[1], ARGV[4])
return 1`
const SHA = createHash('sha1').update(SCRIPT).digest('hex')

export const packProfile = (profile: Profile): string => FORM + JSON.stringify(profile)

export const unpackProfile = (packed: string | null | undefined): Profile | undefined =>
  // Only this file writes the field, and the form stands before it: what begins with it has the shape.
  packed?.startsWith(FORM) ? (JSON.parse(packed.slice(FORM.length)) as Profile) : undefined

/** What several people's answers are made from, in one round trip. */
export async function readProfiles(
  redis: Redis,
  keys: BehaviourKeys,
  people: readonly PersonKey[],
): Promise<readonly ReadOutcome<Profile | undefined>[]> {
  const [only] = people
  // One command needs no row around it.
  if (only !== undefined && people.length === 1) {
    return [{ value: unpackProfile(await redis.hget(keys.profile(only), 'p')) }]
  }
  const pipeline = redis.pipeline()
  for (const person of people) pipeline.hget(keys.profile(person), 'p')
  const answers = (await pipeline.exec()) ?? []
  return answers.map(([error, packed]) =>
    error === null ? { value: unpackProfile(typeof packed === 'string' ? packed : undefined) } : { fault: error },
  )
}

/** Profiles of several people with their versions, in one round trip. */
export async function readHeld(
  redis: Redis,
  keys: BehaviourKeys,
  people: readonly PersonKey[],
): Promise<readonly HeldProfile[]> {
  const pipeline = redis.pipeline()
  for (const person of people) pipeline.hmget(keys.profile(person), 'v', 'p', 'e')
  const answers = (await pipeline.exec()) ?? []
  return answers.map(([error, answer]) => {
    if (error !== null) throw error
    const [version, packed, marks] = Array.isArray(answer) ? answer : []
    return {
      version: typeof version === 'string' ? version : '',
      profile: unpackProfile(typeof packed === 'string' ? packed : undefined),
      marks: typeof marks === 'string' && marks !== '' ? marks.split(' ') : [],
    }
  })
}

export type ProfileWrite = { readonly held: HeldProfile; readonly profile: Profile; readonly marks: readonly string[] }

/** Compare and set for several profiles in one round trip; answers which were written. */
export async function writeHeld(
  redis: Redis,
  keys: BehaviourKeys,
  writes: readonly ProfileWrite[],
): Promise<readonly boolean[]> {
  const run = async (): Promise<readonly boolean[]> => {
    const pipeline = redis.pipeline()
    for (const { held, profile, marks } of writes) {
      const kept = marks.slice(-REMEMBERED_EVENTS).join(' ')
      pipeline.evalsha(SHA, 1, keys.profile(profile.person), held.version, packProfile(profile), kept, KEPT_MS)
    }
    const answers = (await pipeline.exec()) ?? []
    return answers.map(([error, answer]) => {
      if (error !== null) throw error
      return answer === 1
    })
  }
  try {
    return await run()
  } catch (error) {
    if (!(error instanceof Error) || !error.message.startsWith('NOSCRIPT')) throw error
    await redis.script('LOAD', SCRIPT)
    return run() // no call of the first try ran without its script
  }
}

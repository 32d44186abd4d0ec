import { z } from 'zod'

/** Whose behaviour it is: `v:<visitor id>` before signing in, `u:<user id>` after. Never taken from a request's body. */
export type PersonKey = `v:${string}` | `u:${string}`

export const personKeySchema = z.custom<PersonKey>(
  (value) => typeof value === 'string' && /^[vu]:[\w-]{1,64}$/.test(value),
  { error: 'is no person key' },
)

export const visitorKey = (visitorId: string): PersonKey => `v:${visitorId}`
/** Whether it is somebody with an account. */
export const isUserKey = (person: PersonKey): boolean => person.startsWith('u:')
export const userKey = (userId: string): PersonKey => `u:${userId}`

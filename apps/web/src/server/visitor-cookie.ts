import { createHmac, timingSafeEqual } from 'node:crypto'

export const VISITOR_COOKIE = 'selvedge_visitor'
export const VISITOR_MAX_AGE_S = 60 * 60 * 24 * 180
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

const signature = (visitorId: string, secret: string): string =>
  createHmac('sha256', secret).update(`visitor:${visitorId}`).digest('base64url').slice(0, 22)

/** The cookie's value: the visitor's id and proof that we made it, so that nobody can speak under another's name. */
export const signVisitor = (visitorId: string, secret: string): string => `${visitorId}.${signature(visitorId, secret)}`

/** The visitor's id, or nothing when the cookie was not made by us. */
export const readVisitor = (value: string | undefined, secret: string): string | undefined => {
  const [visitorId, given] = value?.split('.') ?? []
  if (!visitorId || !given || !UUID.test(visitorId)) return undefined
  const expected = Buffer.from(signature(visitorId, secret))
  const actual = Buffer.from(given)
  return expected.length === actual.length && timingSafeEqual(expected, actual) ? visitorId : undefined
}

/** Read by the page as well, so that it neither asks twice nor watches without leave. */
export const CONSENT_COOKIE = 'selvedge_consent'

export type Consent = 'personal' | 'necessary'

export const readConsent = (value: string | undefined): Consent | undefined =>
  value === 'personal' || value === 'necessary' ? value : undefined

import { randomUUID } from 'node:crypto'
import type { Context, Services } from '@selvedge/api'
import { countrySchema, type PersonKey, roleSchema, userKey, type Viewer, visitorKey } from '@selvedge/core'
import { COUNTRY_COOKIE } from '../features/delivery/country-cookie'
import type { Auth } from './auth'
import { BAG_COOKIE, BAG_MAX_AGE_S, readBag, signBag } from './bag-cookie'
import { addressKey, clientAddress } from './client-address'
import {
  CONSENT_COOKIE,
  readConsent,
  readVisitor,
  signVisitor,
  VISITOR_COOKIE,
  VISITOR_MAX_AGE_S,
} from './visitor-cookie'

export type ContextDeps = {
  readonly services: Services
  readonly auth: Auth
  readonly bagSecret: string
  readonly trustedProxies: number
  readonly secureCookies: boolean
  /** Makes the rest of a visit the user's; answers whether all of it is. */
  readonly bringVisit: (visitorId: string, userId: string) => Promise<boolean>
  /** Told whenever somebody looks at who asks. */
  readonly onPersonalRead: () => void
}

export type RequestFacts = {
  readonly headers: Headers
  readonly socketAddress: string
  /** Absent where headers are already on their way: a page cannot set cookies. */
  readonly setCookie?: (cookie: string) => void
}

export const CORRELATION_HEADER = 'x-correlation-id'
const CORRELATION = /^[\w-]{8,64}$/

// Our own cookies hold nothing that needs decoding: what was scribbled on is simply not a value we made.
const cookie = (headers: Headers, name: string): string | undefined => {
  for (const pair of (headers.get('cookie') ?? '').split(/; */)) {
    const cut = pair.indexOf('=')
    if (pair.slice(0, cut) === name) return pair.slice(cut + 1)
  }
  return undefined
}

type Account = { readonly viewer?: Viewer; readonly country?: string | null | undefined }

const readAccount = async (auth: Auth, headers: Headers): Promise<Account> => {
  // A guest has no session cookie: nothing to ask the database for.
  if (!headers.get('cookie')?.includes('selvedge.session')) return {}
  const found = await auth.api.getSession({ headers })
  if (!found) return {}
  const { id, email, name, role, country } = found.user
  return { viewer: { userId: id, email, name, role: roleSchema.parse(role ?? 'shopper') }, country }
}

/** Browsers say where a request comes from; a client that says neither has no cookies of a victim to ride on. */
export const isSameSite = (headers: Headers): boolean => {
  const site = headers.get('sec-fetch-site')
  if (site) return site === 'same-origin' || site === 'none'
  const origin = headers.get('origin')
  if (!origin) return true
  return URL.canParse(origin) && new URL(origin).host === headers.get('host')
}

/** Builds what procedures know of a request from its headers and cookies alone. */
export const createContextBuilder =
  (deps: ContextDeps) =>
  async (facts: RequestFacts): Promise<Context> => {
    const { headers } = facts
    const account = await readAccount(deps.auth, headers)
    const { viewer } = account
    let cartId = readBag(cookie(headers, BAG_COOKIE), deps.bagSecret)
    const visitorId = readVisitor(cookie(headers, VISITOR_COOKIE), deps.bagSecret)
    let person: PersonKey | undefined = viewer ? userKey(viewer.userId) : visitorId ? visitorKey(visitorId) : undefined
    let consent = readConsent(cookie(headers, CONSENT_COOKIE))
    const country = countrySchema.safeParse(cookie(headers, COUNTRY_COOKIE) ?? account.country).data
    const given = headers.get(CORRELATION_HEADER)
    const correlationId = given && CORRELATION.test(given) ? given : randomUUID()
    const attributes = `Path=/; HttpOnly; SameSite=Lax${deps.secureCookies ? '; Secure' : ''}`
    // Signed in, and still the name of a visit: it could not come along whole, so the name stayed.
    if (viewer && visitorId && facts.setCookie && (await deps.bringVisit(visitorId, viewer.userId)))
      facts.setCookie(`${VISITOR_COOKIE}=; Max-Age=0; ${attributes}`)
    return {
      get viewer() {
        deps.onPersonalRead()
        return viewer
      },
      get cartId() {
        deps.onPersonalRead()
        return cartId
      },
      ensureCartId: () => {
        if (cartId) return cartId
        cartId = randomUUID()
        facts.setCookie?.(`${BAG_COOKIE}=${signBag(cartId, deps.bagSecret)}; Max-Age=${BAG_MAX_AGE_S}; ${attributes}`)
        return cartId
      },
      forgetCart: () => {
        cartId = undefined
        facts.setCookie?.(`${BAG_COOKIE}=; Max-Age=0; ${attributes}`)
      },
      get person() {
        deps.onPersonalRead()
        return person
      },
      ensurePerson: () => {
        deps.onPersonalRead()
        if (person) return person
        const made = randomUUID()
        person = visitorKey(made)
        facts.setCookie?.(
          `${VISITOR_COOKIE}=${signVisitor(made, deps.bagSecret)}; Max-Age=${VISITOR_MAX_AGE_S}; ${attributes}`,
        )
        return person
      },
      get country() {
        deps.onPersonalRead()
        return country
      },
      get consent() {
        deps.onPersonalRead()
        return consent
      },
      setConsent: (decided) => {
        consent = decided
        const readable = attributes.replace(' HttpOnly;', '')
        facts.setCookie?.(`${CONSENT_COOKIE}=${decided}; Max-Age=${VISITOR_MAX_AGE_S}; ${readable}`)
      },
      addressKey: addressKey(
        clientAddress(facts.socketAddress, headers.get('x-forwarded-for') ?? undefined, deps.trustedProxies),
        deps.bagSecret,
      ),
      // The first piece of a guest makes the bag on the way: who acts is asked when it is written, not before.
      get origin() {
        return {
          actor: viewer
            ? `${viewer.role === 'shopper' ? 'shopper' : 'staff'}:${viewer.userId}`
            : `guest:${cartId ?? 'new'}`,
          correlationId,
        }
      },
      sameSite: isSameSite(headers),
      services: deps.services,
    }
  }
export type ContextBuilder = ReturnType<typeof createContextBuilder>

import { randomUUID } from 'node:crypto'
import { type BehaviourService, type PersonKey, userKey, visitorKey } from '@selvedge/core'
import { createPrisma } from '@selvedge/db'
import type { TestDatabase } from '@selvedge/db/testing'
import { createMemoryRateLimit } from '@selvedge/infra'
import { createAuth } from '../../server/auth'
import { lateVisits } from '../../server/late-visits'
import { createContextBuilder } from '../../server/request-context'
import { signVisitor, VISITOR_COOKIE } from '../../server/visitor-cookie'
import { servicesWith } from '../../testing/services-with'

const SECRET = 'a secret for tests only, of 32 and more'
const PASSWORD = 'warp-and-weft-1'

/** A browser with its cookies at a shop that knows accounts; what the shop keeps of visits can be exchanged on the way. */
export const openBrowser = (pool: TestDatabase['pool'], atFirst: Pick<BehaviourService, 'signIn'>) => {
  let shop = atFirst
  let nowMs = Date.now()
  const mergeVisitor = (visitorId: string, userId: string): Promise<boolean> => shop.signIn(visitorId, userId)
  const auth = createAuth({
    prisma: createPrisma(pool),
    secret: SECRET,
    baseUrl: 'http://127.0.0.1:3000',
    trustedOrigins: [],
    secureCookies: false,
    bagSecret: SECRET,
    rateLimit: createMemoryRateLimit(Date.now),
    mergeBag: async () => undefined,
    mergeVisitor,
    meetCountry: async () => undefined,
    meetConsent: async () => undefined,
  })
  const contextOf = createContextBuilder({
    services: servicesWith({}),
    auth,
    bagSecret: SECRET,
    trustedProxies: 0,
    secureCookies: false,
    bringVisit: lateVisits({ mergeVisitor, nowMs: () => nowMs }),
    onPersonalRead: () => undefined,
  })
  const email = `${randomUUID()}@example.org`
  const jar = new Map<string, string>()
  const keep = (cookie: string): void => {
    const [pair = '', ...attributes] = cookie.split(/; */)
    const [name = '', value = ''] = pair.split(/=(.*)/)
    if (attributes.includes('Max-Age=0')) jar.delete(name)
    else jar.set(name, value)
  }
  const sent = (): Headers => new Headers({ cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') })
  const keepAll = (headers: Headers): void => {
    for (const cookie of headers.getSetCookie()) keep(cookie)
  }
  return {
    shopIs: (other: Pick<BehaviourService, 'signIn'>): void => {
      shop = other
    },
    waitMs: (ms: number): void => {
      nowMs += ms
    },
    /** Comes as somebody unknown. */
    visit: (): PersonKey => {
      const visitorId = randomUUID()
      jar.set(VISITOR_COOKIE, signVisitor(visitorId, SECRET))
      return visitorKey(visitorId)
    },
    isVisitKnown: (): boolean => jar.has(VISITOR_COOKIE),
    signUp: async (): Promise<PersonKey> => {
      const body = { name: 'Ada Weaver', email, password: PASSWORD }
      const { headers, response } = await auth.api.signUpEmail({ body, headers: sent(), returnHeaders: true })
      keepAll(headers)
      return userKey(response.user.id)
    },
    signIn: async (): Promise<void> => {
      const body = { email, password: PASSWORD }
      keepAll((await auth.api.signInEmail({ body, headers: sent(), returnHeaders: true })).headers)
    },
    signOut: async (): Promise<void> => {
      keepAll((await auth.api.signOut({ headers: sent(), returnHeaders: true })).headers)
    },
    /** Any call: answers who it is of. */
    ask: async (): Promise<PersonKey | undefined> =>
      (await contextOf({ headers: sent(), socketAddress: '127.0.0.1', setCookie: keep })).person,
  }
}

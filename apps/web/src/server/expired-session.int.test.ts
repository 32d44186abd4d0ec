import { createPrisma } from '@selvedge/db'
import { createTestDatabase, type TestDatabase } from '@selvedge/db/testing'
import { createMemoryRateLimit } from '@selvedge/infra'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { servicesWith } from '../testing/services-with'
import { createAuth } from './auth'
import { createContextBuilder } from './request-context'

const SECRET = 'a secret for tests only, of 32 and more'
let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase(4)
})
afterAll(() => database.drop())

test('a session whose time is over is a guest, however well its cookie is signed', async () => {
  const auth = createAuth({
    prisma: createPrisma(database.pool),
    secret: SECRET,
    baseUrl: 'http://127.0.0.1:3000',
    trustedOrigins: [],
    secureCookies: false,
    bagSecret: SECRET,
    rateLimit: createMemoryRateLimit(Date.now),
    mergeBag: async () => undefined,
    mergeVisitor: async () => true,
    meetCountry: async () => undefined,
    meetConsent: async () => undefined,
  })
  const contextOf = createContextBuilder({
    services: servicesWith({}),
    auth,
    bagSecret: SECRET,
    trustedProxies: 0,
    secureCookies: false,
    bringVisit: async () => true,
    onPersonalRead: () => undefined,
  })
  const { headers } = await auth.api.signUpEmail({
    body: { name: 'Ada Weaver', email: 'ada@example.org', password: 'warp-and-weft-1' },
    returnHeaders: true,
  })
  const token = headers.getSetCookie().find((cookie) => cookie.startsWith('selvedge.session_token='))
  // The short-lived copy of the session, which browsers keep for a minute, is left out: it has run out long before.
  const cookie = token?.split(';', 1)[0] ?? ''
  const viewer = async () =>
    (await contextOf({ headers: new Headers({ cookie }), socketAddress: '127.0.0.1' })).viewer?.email

  expect(await viewer()).toBe('ada@example.org')
  await database.pool.query(`UPDATE session SET expires_at = clock_timestamp() - interval '1 second'`)
  expect(await viewer()).toBeUndefined()
})

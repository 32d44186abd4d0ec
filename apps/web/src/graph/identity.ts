import { randomUUID } from 'node:crypto'
import { type BagService, type BehaviourService, userKey } from '@selvedge/core'
import { createAccountCountry, createPrisma } from '@selvedge/db'
import type { WebEnv } from '../env'
import { createAuth } from '../server/auth'
import { lateVisits } from '../server/late-visits'
import type { Connections } from './connections'

/** Accounts over the same pool, and what signing in means for the bag. */
export const buildIdentity = (
  env: WebEnv,
  { pool, rateLimit, onFault }: Connections,
  { bag, behaviour }: { bag: BagService; behaviour: BehaviourService },
) => {
  const local = [`http://127.0.0.1:${env.PORT}`, `http://localhost:${env.PORT}`]
  const publicUrl = env.PUBLIC_URL ?? `http://127.0.0.1:${env.PORT}`
  const secureCookies = publicUrl.startsWith('https:')
  const accountCountry = createAccountCountry(pool)
  const [countryFault, consentFault] = [onFault('country'), onFault('consent')]
  const behaviourFault = onFault('behaviour')
  const mergeVisitor = (visitorId: string, userId: string): Promise<boolean> =>
    behaviour.signIn(visitorId, userId).catch((fault: unknown) => {
      behaviourFault(fault)
      return false
    })
  const auth = createAuth({
    prisma: createPrisma(pool),
    secret: env.BETTER_AUTH_SECRET,
    baseUrl: publicUrl,
    trustedOrigins: [publicUrl, ...local],
    secureCookies,
    bagSecret: env.BAG_SECRET,
    rateLimit,
    mergeVisitor,
    meetCountry: (userId, chosen) =>
      accountCountry.meet(userId, chosen).catch((fault: unknown) => {
        countryFault(fault)
        return undefined
      }),
    meetConsent: async (userId, here) => {
      const isPersonalHere = here === undefined ? undefined : here === 'personal'
      const held = await behaviour.consentIn(userKey(userId), isPersonalHere).catch((fault: unknown) => {
        consentFault(fault)
        return undefined
      })
      return held === undefined ? undefined : held ? 'personal' : 'necessary'
    },
    mergeBag: (guestCartId, userId) =>
      bag.merge({ guestCartId, userId, origin: { actor: `shopper:${userId}`, correlationId: randomUUID() } }),
  })
  return { auth, accountCountry, secureCookies, bringVisit: lateVisits({ mergeVisitor, nowMs: Date.now }) }
}

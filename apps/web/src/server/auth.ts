import { type Country, countrySchema, type RateLimit } from '@selvedge/core'
import type { PrismaClient } from '@selvedge/db'
import { betterAuth } from 'better-auth'
import { prismaAdapter } from 'better-auth/adapters/prisma'
import { createAuthMiddleware } from 'better-auth/api'
import { COUNTRY_COOKIE, COUNTRY_MAX_AGE_S } from '../features/delivery/country-cookie'
import { authRateStorage } from './auth-rate-storage'
import { BAG_COOKIE, BAG_MAX_AGE_S, readBag, signBag } from './bag-cookie'
import {
  CONSENT_COOKIE,
  type Consent,
  readConsent,
  readVisitor,
  VISITOR_COOKIE,
  VISITOR_MAX_AGE_S,
} from './visitor-cookie'

export type AuthOptions = {
  readonly prisma: PrismaClient
  readonly secret: string
  readonly baseUrl: string
  readonly trustedOrigins: readonly string[]
  readonly secureCookies: boolean
  readonly bagSecret: string
  readonly rateLimit: RateLimit
  /** Merges the guest's bag into the user's; answers the bag that survives, if there is any. */
  readonly mergeBag: (guestCartId: string | undefined, userId: string) => Promise<string | undefined>
  /** Makes what the visitor did and said the user's; answers whether it is, all of it. Never fails a sign-in. */
  readonly mergeVisitor: (visitorId: string, userId: string) => Promise<boolean>
  /** Answers where the account's parcels go; one that does not know takes what was chosen here. Never fails a sign-in. */
  readonly meetCountry: (userId: string, chosen: Country | undefined) => Promise<Country | undefined>
  /** Answers what holds of being recognised, here and by the account's word. Never fails a sign-in. */
  readonly meetConsent: (userId: string, here: Consent | undefined) => Promise<Consent | undefined>
}

/** Accounts by e-mail and password. The role is ours: no input sets it, staff are made by staff. */
export const createAuth = ({
  prisma,
  secret,
  baseUrl,
  trustedOrigins,
  secureCookies,
  bagSecret,
  rateLimit,
  mergeBag,
  mergeVisitor,
  meetCountry,
  meetConsent,
}: AuthOptions) =>
  betterAuth({
    database: prismaAdapter(prisma, { provider: 'postgresql' }),
    secret,
    baseURL: baseUrl,
    trustedOrigins: [...trustedOrigins],
    emailAndPassword: { enabled: true, minPasswordLength: 10, maxPasswordLength: 128 },
    user: {
      additionalFields: {
        role: { type: 'string', input: false, required: false, defaultValue: 'shopper' },
        country: { type: 'string', input: false, required: false },
      },
    },
    // A short cache in a signed cookie spares a query per request; a revoked session lives at most this long.
    session: { expiresIn: 60 * 60 * 24 * 30, cookieCache: { enabled: true, maxAge: 60 } },
    rateLimit: {
      enabled: true,
      window: 60,
      max: 120,
      customRules: { '/sign-in/email': { window: 60, max: 20 } },
      customStorage: authRateStorage(rateLimit),
    },
    advanced: {
      cookiePrefix: 'selvedge',
      useSecureCookies: secureCookies,
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true },
    },
    hooks: {
      after: createAuthMiddleware(async (ctx) => {
        const attributes = { path: '/', httpOnly: true, sameSite: 'lax', secure: secureCookies } as const
        // Whoever uses this browser next starts with a bag of their own.
        if (ctx.path === '/sign-out') {
          const theirs = [BAG_COOKIE, VISITOR_COOKIE]
          // A yes was theirs and is asked for anew; a no harms nobody who comes after.
          if (readConsent(ctx.getCookie(CONSENT_COOKIE) ?? undefined) === 'personal') theirs.push(CONSENT_COOKIE)
          for (const name of theirs) ctx.setCookie(name, '', { ...attributes, maxAge: 0 })
        }
        const signedIn = ctx.context.newSession
        if (!signedIn || !/^\/sign-(in|up)\//.test(ctx.path)) return
        const visitorId = readVisitor(ctx.getCookie(VISITOR_COOKIE) ?? undefined, bagSecret)
        if (visitorId && (await mergeVisitor(visitorId, signedIn.user.id))) {
          // The name is the user's now; after signing out there is a new one. Until then whoever asks next brings the rest.
          ctx.setCookie(VISITOR_COOKIE, '', { ...attributes, maxAge: 0 })
        }
        const guestCartId = readBag(ctx.getCookie(BAG_COOKIE) ?? undefined, bagSecret)
        const cartId = await mergeBag(guestCartId, signedIn.user.id)
        if (cartId) ctx.setCookie(BAG_COOKIE, signBag(cartId, bagSecret), { ...attributes, maxAge: BAG_MAX_AGE_S })
        const chosen = countrySchema.safeParse(ctx.getCookie(COUNTRY_COOKIE)).data
        const country = await meetCountry(signedIn.user.id, chosen)
        // Pages show both: these can be read there.
        const readable = { ...attributes, httpOnly: false }
        if (country && country !== chosen)
          ctx.setCookie(COUNTRY_COOKIE, country, { ...readable, maxAge: COUNTRY_MAX_AGE_S })
        const here = readConsent(ctx.getCookie(CONSENT_COOKIE) ?? undefined)
        const consent = await meetConsent(signedIn.user.id, here)
        if (consent && consent !== here)
          ctx.setCookie(CONSENT_COOKIE, consent, { ...readable, maxAge: VISITOR_MAX_AGE_S })
      }),
    },
    telemetry: { enabled: false },
    logger: { level: 'error' },
  })
export type Auth = ReturnType<typeof createAuth>

import type { PrismaClient } from '@selvedge/db'
import { betterAuth } from 'better-auth'
import { prismaAdapter } from 'better-auth/adapters/prisma'

export type AuthOptions = {
  readonly prisma: PrismaClient
  readonly secret: string
  readonly baseUrl: string
  readonly trustedOrigins: readonly string[]
  readonly secureCookies: boolean
}

/** Accounts by e-mail and password. The role is ours: no input sets it, staff are made by staff. */
export const createAuth = ({ prisma, secret, baseUrl, trustedOrigins, secureCookies }: AuthOptions) =>
  betterAuth({
    database: prismaAdapter(prisma, { provider: 'postgresql' }),
    secret,
    baseURL: baseUrl,
    trustedOrigins: [...trustedOrigins],
    emailAndPassword: { enabled: true, minPasswordLength: 10, maxPasswordLength: 128 },
    user: { additionalFields: { role: { type: 'string', input: false, required: false, defaultValue: 'shopper' } } },
    // A short cache in a signed cookie spares a query per request; a revoked session lives at most this long.
    session: { expiresIn: 60 * 60 * 24 * 30, cookieCache: { enabled: true, maxAge: 60 } },
    rateLimit: { enabled: true, window: 60, max: 120, customRules: { '/sign-in/email': { window: 60, max: 20 } } },
    advanced: { cookiePrefix: 'selvedge', useSecureCookies: secureCookies, defaultCookieAttributes: { sameSite: 'lax', httpOnly: true } },
    telemetry: { enabled: false },
    logger: { level: 'error' },
  })
export type Auth = ReturnType<typeof createAuth>

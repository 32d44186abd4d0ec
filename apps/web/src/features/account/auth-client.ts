import { createAuthClient } from 'better-auth/react'

/** Sign in, sign up, sign out against `/api/auth` of this shop. */
export const authClient = createAuthClient()

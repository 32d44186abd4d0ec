import { toNodeHandler } from 'better-auth/node'
import type { Auth } from '../server/auth'
import type { Route } from './route'

/** Sign-in, sign-up, sign-out, session: better-auth's own endpoints. */
export const authRoute = (auth: Auth): Route => {
  const handler = toNodeHandler(auth)
  return { handles: (path) => path.startsWith('/api/auth/'), handle: (req, res) => handler(req, res) }
}

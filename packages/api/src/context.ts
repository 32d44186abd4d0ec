import type { Country, Origin, PersonKey, Viewer } from '@selvedge/core'
import type { Services } from './services'

/** What one request knows. Built by the web server from headers and cookies, never from input. */
export type Context = {
  readonly viewer: Viewer | undefined
  /** The bag of this browser, from its signed cookie; absent until something is added. */
  readonly cartId: string | undefined
  /** The bag's id, made and set as a cookie when there is none yet. */
  readonly ensureCartId: () => string
  /** Ends this browser's claim on its bag: after an order the next one starts empty. */
  readonly forgetCart: () => void
  /** Whose behaviour it is: the signed-in customer, or the visitor of a signed cookie; absent for who was given no name yet. */
  readonly person: PersonKey | undefined
  /** The same, with a visitor's name made and set as a cookie when there is none yet. */
  readonly ensurePerson: () => PersonKey
  /** Where parcels go, as chosen in this browser or with the account; absent while nobody said. */
  readonly country?: Country | undefined
  /** What this browser's person decided about being recognised. */
  readonly consent: 'personal' | 'necessary' | undefined
  readonly setConsent: (consent: 'personal' | 'necessary') => void
  /** Keyed hash of the client's address: limits holds, and is never the address itself. */
  readonly addressKey: string | undefined
  readonly origin: Origin
  /** Same-site request by Origin or Sec-Fetch-Site; mutations demand it. */
  readonly sameSite: boolean
  readonly services: Services
}

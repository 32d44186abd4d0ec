import type { createCaller } from '@selvedge/api'
import type { Auth } from './auth'
import type { ContextBuilder } from './request-context'

/** Next loads a module several times in one process; the graph lives where all of them see the same one. */
export const ROOT_KEY = Symbol.for('selvedge.root')

/** What pages and routes may use of the object graph. */
export type WebRoot = {
  readonly contextOf: ContextBuilder
  readonly createCaller: typeof createCaller
  readonly auth: Auth
}

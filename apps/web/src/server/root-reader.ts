import 'server-only'
import type { Context } from '@selvedge/api'
import { headers } from 'next/headers'
import { cache } from 'react'
import { ROOT_KEY, type WebRoot } from './root-key'

/** The object graph that server.ts built; pages and routes only read it. */
export const getRoot = (): WebRoot => {
  const root = (globalThis as Record<symbol, unknown>)[ROOT_KEY] as WebRoot | undefined
  if (!root) throw new Error('the web server has not built its root: start it by server.ts')
  return root
}

/** The request's context, built once however many components ask. */
export const getContext = cache(async (): Promise<Context> => {
  const incoming = new Headers(await headers())
  return getRoot().contextOf({ headers: incoming, socketAddress: incoming.get('x-selvedge-socket') ?? '' })
})

/** Calls procedures in this process, with the visitor's own permissions. */
export const getCaller = cache(async () => getRoot().createCaller(await getContext()))

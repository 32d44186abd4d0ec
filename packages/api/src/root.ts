import { catalogProcedures } from './shop/catalog'
import { createCallerFactory, router } from './trpc'

/** `shop.*` is public or signed in, `admin.*` is staff. One file per procedure group. */
export const appRouter = router({
  shop: router({ ...catalogProcedures }),
  admin: router({}),
})
export type AppRouter = typeof appRouter

/** Calls procedures on the server with a request's context: pages read through it. */
export const createCaller = createCallerFactory(appRouter)

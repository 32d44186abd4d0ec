import { initTRPC, TRPCError } from '@trpc/server'
import { ZodError, z } from 'zod'
import type { Context } from './context'
import { keepInJournal } from './keep-in-journal'
import { transformer } from './plain-answers'
import { RejectionError } from './reject'
import { isStorable } from './storable'

const t = initTRPC.context<Context>().create({
  transformer,
  sse: { ping: { enabled: true, intervalMs: 12_000 }, client: { reconnectAfterInactivityMs: 28_000 } },
  errorFormatter: ({ shape, error }) => ({
    ...shape,
    // Stacks and causes stay on the server; the page gets the field errors or the rejection, and nothing else.
    message: error.code === 'INTERNAL_SERVER_ERROR' ? 'Something went wrong on our side.' : shape.message,
    data: {
      code: shape.data.code,
      httpStatus: shape.data.httpStatus,
      path: shape.data.path,
      fieldErrors: error.cause instanceof ZodError ? z.flattenError(error.cause).fieldErrors : undefined,
      rejection: error.cause instanceof RejectionError ? error.cause.rejection : undefined,
    },
  }),
})

export const router = t.router
export const createCallerFactory = t.createCallerFactory

/** Mutations carry cookies: one that another site sent is refused, whatever its body looks like. */
const refuseCrossSite = t.middleware(({ ctx, type, next }) => {
  if (type === 'mutation' && !ctx.sameSite)
    throw new TRPCError({ code: 'FORBIDDEN', message: 'Cross-site request refused' })
  return next()
})

/** Said once for every text of every procedure, before its own schema looks. */
const refuseUnstorable = t.middleware(async ({ getRawInput, next }) => {
  if (!isStorable(await getRawInput()))
    throw new TRPCError({ code: 'BAD_REQUEST', message: 'A text holds a NUL character' })
  return next()
})

/** Anyone, signed in or not. */
export const shopProcedure = t.procedure.use(refuseCrossSite).use(refuseUnstorable)

/** A signed-in customer or member of staff. */
export const signedInProcedure = shopProcedure.use(({ ctx, next }) => {
  if (!ctx.viewer) throw new TRPCError({ code: 'UNAUTHORIZED', message: 'Sign in first' })
  return next({ ctx: { ...ctx, viewer: ctx.viewer } })
})

/** A procedure that knows what stood there before hands it over, by the names of its input, with `ctx.stoodBefore`. */
const keepJournal = t.middleware(async ({ ctx, type, path, getRawInput, next }) => {
  let before: unknown
  const known = {
    ctx: {
      stoodBefore: (facts: unknown) => {
        before = facts
      },
    },
  }
  if (type !== 'mutation') return next(known)
  return keepInJournal(ctx.services, { origin: ctx.origin, path, input: await getRawInput() }, async () => {
    const result = await next(known)
    const outcome = result.ok ? 'done' : outcomeOf(result.error)
    return { result, outcome, before: result.ok ? before : undefined }
  })
})

const outcomeOf = ({ code, cause }: TRPCError): string => {
  if (cause instanceof RejectionError) return cause.rejection.code
  return code === 'INTERNAL_SERVER_ERROR' ? 'FAULT' : code
}

/** Merchandisers and admins. The permission sits on the sub-root, so that no staff procedure is public by omission. */
export const staffProcedure = signedInProcedure
  .use(({ ctx, next }) => {
    if (ctx.viewer.role === 'shopper') throw new TRPCError({ code: 'FORBIDDEN', message: 'Staff only' })
    return next()
  })
  .use(keepJournal)

/**
 * Admins alone: keys and secrets of systems outside, and the policies by which stock is given out. A colleague who tries
 * is refused and stands in the journal.
 */
export const adminProcedure = staffProcedure.use(({ ctx, next }) => {
  if (ctx.viewer.role !== 'admin') throw new TRPCError({ code: 'FORBIDDEN', message: 'Admins only' })
  return next()
})

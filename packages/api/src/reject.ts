import type { Result } from '@selvedge/core'
import { TRPCError } from '@trpc/server'
import { type Rejection, TRPC_CODE } from './map-rejection'

/** Carries a rejection to the error formatter; never logged as an error. */
export class RejectionError extends Error {
  constructor(readonly rejection: Rejection) {
    super(rejection.code)
    this.name = 'RejectionError'
  }
}

/** The value of a result, or the rejection as the tRPC error of its code, with its facts for the page. */
export const orThrow = <T>(result: Result<T, Rejection>): T => {
  if (result.ok) return result.value
  throw new TRPCError({
    code: TRPC_CODE[result.error.code],
    message: result.error.code,
    cause: new RejectionError(result.error),
  })
}

import type { TRPCError } from '@trpc/server'

/**
 * Whether a procedure refused with one of these codes. Pages bundle a copy of tRPC of their own, so `instanceof` does not
 * know the errors of the server's copy; their name does.
 */
export const isRefusal = (fault: unknown, ...codes: readonly TRPCError['code'][]): boolean =>
  fault instanceof Error && fault.name === 'TRPCError' && 'code' in fault && codes.some((code) => code === fault.code)

import { TRPCError } from '@trpc/server'

/** For `.catch`: an answer of NOT_FOUND becomes a value, any other fault goes on. */
export const absentAs =
  <T>(value: T) =>
  (fault: unknown): T => {
    if (fault instanceof TRPCError && fault.code === 'NOT_FOUND') return value
    throw fault
  }

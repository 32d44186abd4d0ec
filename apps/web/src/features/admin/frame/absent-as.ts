import { isRefusal } from '@/server/is-refusal'

/** For `.catch`: an answer of NOT_FOUND becomes a value, any other fault goes on. */
export const absentAs =
  <T>(value: T) =>
  (fault: unknown): T => {
    if (isRefusal(fault, 'NOT_FOUND')) return value
    throw fault
  }

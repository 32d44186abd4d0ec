/** What a rule answers: the business says yes with a value or no with a reason. Faults are exceptions, never this. */
export type Result<T, E> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E }
export const accept = <T>(value: T): Result<T, never> => ({ ok: true, value })
export const reject = <E>(error: E): Result<never, E> => ({ ok: false, error })

/** The answer of a rule or use case: a value, or a rejection the business states. Faults are thrown instead. */
export type Result<T, E> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E }

export const accept = <T>(value: T): Result<T, never> => ({ ok: true, value })
export const reject = <E>(error: E): Result<never, E> => ({ ok: false, error })

/** For the `default` of an exhausted union: does not compile while a case is missing. */
export const unreachable = (value: never): never => {
  throw new Error(`unreachable: ${JSON.stringify(value)}`)
}

import type { ProductFinder } from '@selvedge/core'
import {
  ConsecutiveBreaker,
  circuitBreaker,
  handleAll,
  isBrokenCircuitError,
  TimeoutStrategy,
  timeout,
  wrap,
} from 'cockatiel'

export type ResilientFinderDeps = {
  readonly finder: ProductFinder
  /** Answers while the finder fails; marks its listings as degraded. */
  readonly fallback: ProductFinder
  /** Told of each fault that the breaker let through. */
  readonly onFault: (fault: unknown) => void
  readonly timeoutMs?: number
  readonly halfOpenAfterMs?: number
}

/** The search engine while it answers, PostgreSQL while it does not: three faults in a row open the breaker. */
export function createResilientFinder(deps: ResilientFinderDeps): ProductFinder {
  const { finder, fallback, onFault, timeoutMs = 1_500, halfOpenAfterMs = 2_000 } = deps
  const policy = wrap(
    circuitBreaker(handleAll, { breaker: new ConsecutiveBreaker(3), halfOpenAfter: halfOpenAfterMs }),
    timeout(timeoutMs, TimeoutStrategy.Aggressive),
  )
  const attempt = async <T>(search: () => Promise<T>, otherwise: () => Promise<T>): Promise<T> => {
    try {
      return await policy.execute(search)
    } catch (fault) {
      if (!isBrokenCircuitError(fault)) onFault(fault)
      return otherwise()
    }
  }
  return {
    find: (query) =>
      attempt(
        () => finder.find(query),
        () => fallback.find(query),
      ),
    suggest: (text, limit) =>
      attempt(
        () => finder.suggest(text, limit),
        () => fallback.suggest(text, limit),
      ),
  }
}

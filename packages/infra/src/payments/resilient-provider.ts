import type { PaymentAnswer, PaymentProvider } from '@selvedge/core'
import {
  BrokenCircuitError,
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  ExponentialBackoff,
  handleAll,
  handleWhen,
  retry,
  TaskCancelledError,
  TimeoutStrategy,
  timeout,
  wrap,
} from 'cockatiel'

export type ResilienceOptions = {
  /** How long one call may take, milliseconds. */
  readonly timeoutMs?: number
  /** Failures in a row (faults, time-outs) after which calls are refused at once. */
  readonly failuresToOpen?: number
  /** How long the breaker stays open before one call tries again, milliseconds. */
  readonly halfOpenAfterMs?: number
}

export type ResilientProvider = PaymentProvider & {
  /** For health and metrics. */
  readonly state: () => 'closed' | 'open'
}

/**
 * A provider that answers in bounded time. A fault is retried twice under the same key (calls are idempotent); a
 * time-out is not, because the bank may be working on it. What stays unknown, by time-out or because the breaker is open,
 * is said as `pending`: the checkout asks again by `lookup`. Any other fault is thrown.
 */
export const createResilientProvider = (
  provider: PaymentProvider,
  { timeoutMs = 3_000, failuresToOpen = 10, halfOpenAfterMs = 4_000 }: ResilienceOptions = {},
): ResilientProvider => {
  const breaker = circuitBreaker(handleAll, {
    halfOpenAfter: halfOpenAfterMs,
    breaker: new ConsecutiveBreaker(failuresToOpen),
  })
  const again = retry(
    handleWhen((fault) => !isUndecided(fault)),
    { maxAttempts: 2, backoff: new ExponentialBackoff({ initialDelay: 100, maxDelay: 600 }) },
  )
  const policy = wrap(again, breaker, timeout(timeoutMs, TimeoutStrategy.Aggressive))

  const bounded = async <T>(call: () => Promise<T>): Promise<T | PaymentAnswer> => {
    try {
      // A signal of its own: the policies' common one would collect a listener for every call in flight.
      return await policy.execute(call, new AbortController().signal)
    } catch (fault) {
      if (isUndecided(fault)) return { state: 'pending' }
      throw fault
    }
  }

  return {
    name: provider.name,
    authorise: (input) => bounded(() => provider.authorise(input)),
    capture: (input) => bounded(() => provider.capture(input)),
    void: (input) => bounded(() => provider.void(input)),
    refund: (input) => bounded(() => provider.refund(input)),
    lookup: (key) => bounded(() => provider.lookup(key)),
    state: () => (breaker.state === CircuitState.Open ? 'open' : 'closed'),
  }
}

const isUndecided = (fault: unknown): boolean =>
  fault instanceof TaskCancelledError || fault instanceof BrokenCircuitError

import type { CheckoutStore, Lease } from './ports'
import { advance, type Checkout } from './saga'
import type { StepDeps } from './steps/deps'
import { STEPS } from './steps/steps'

/**
 * Told before a step, and after its effect but before its record, and waited for; tests keep checkouts there and end the
 * process.
 */
export type OnStep = (step: string, moment: 'before' | 'after') => void | Promise<void>

export type RunDeps = StepDeps & {
  readonly store: CheckoutStore
  readonly onStep?: OnStep
  /** Told of each entry of the timeline that no message tells of: pages of staff that show it look again. A hint, no more. */
  readonly moved?: () => void
}

/** A checkout has nine steps; one that takes more turns than this goes in circles. */
const MAX_TURNS = 32

/**
 * Runs steps from where the checkout stands until it ends, has to wait for the bank, or its lease is lost. A fault gives
 * the lease back and is thrown: whoever comes next goes on from what is recorded.
 */
export const runCheckout = async (
  deps: RunDeps,
  lease: Lease,
  from: Checkout,
): Promise<'ended' | 'waiting' | 'lost'> => {
  const { store, onStep, moved } = deps
  let checkout = from
  try {
    for (let turn = 0; turn < MAX_TURNS; turn += 1) {
      await onStep?.(checkout.step, 'before')
      const transition = await STEPS[checkout.step](deps, checkout)
      await onStep?.(checkout.step, 'after')
      if (!(await store.record(lease, checkout, transition))) return 'lost'
      if (transition.timeline && transition.message === undefined) moved?.()
      const next = advance(checkout, transition)
      if (!next) return 'ended'
      if (transition.retryInMs !== undefined) return 'waiting'
      checkout = next
    }
    throw new Error(`checkout ${from.orderId} goes in circles at ${checkout.step}`)
  } catch (fault) {
    // When even this fails the lease runs out by itself; the fault that matters is the first.
    await store.release(from.orderId, lease.owner).catch(() => undefined)
    throw fault
  }
}

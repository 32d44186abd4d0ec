import type { CheckoutStore, Lease } from './ports'
import { advance, type Checkout } from './saga'
import type { StepDeps } from './steps/deps'
import { STEPS } from './steps/steps'

/** Told before a step, and after its effect but before its record; tests end the process there. */
export type OnStep = (step: string, moment: 'before' | 'after') => void

export type RunDeps = StepDeps & { readonly store: CheckoutStore; readonly onStep?: OnStep }

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
  const { store, onStep } = deps
  let checkout = from
  try {
    for (let turn = 0; turn < MAX_TURNS; turn += 1) {
      onStep?.(checkout.step, 'before')
      const transition = await STEPS[checkout.step](deps, checkout)
      onStep?.(checkout.step, 'after')
      if (!(await store.record(lease, checkout, transition))) return 'lost'
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

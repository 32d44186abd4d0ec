import type { CheckoutService } from '@selvedge/core'

const AT_ONCE = 20

/** Finishes checkouts that nobody looks after, one after the other; a fault of one is reported and not the others'. */
export const sweepCheckouts = async (
  checkout: Pick<CheckoutService, 'findStuck' | 'resume'>,
  onFault: (error: unknown) => void,
): Promise<void> => {
  for (const orderId of await checkout.findStuck(AT_ONCE)) await checkout.resume(orderId).catch(onFault)
}

import { originOf, type Step } from './deps'

/** Binds the units sold ahead to supply to come, before the money is taken and the order stands. */
export const promise: Step = async (deps, checkout) => {
  const { orderId, cartId, lines } = checkout
  const { promisedUnits } = await deps.promises.make({ orderId, cartId, lines, origin: originOf(checkout) })
  return {
    to: 'capture',
    ...(promisedUnits > 0 ? { timeline: { type: 'promised', facts: { units: promisedUnits } } } : {}),
  }
}

import { originOf, type Step } from './deps'

/**
 * Binds the units sold ahead to supply to come. The money of an order with such units stays authorised and is taken
 * when its first parcel leaves.
 */
export const promise: Step = async (deps, checkout) => {
  const { orderId, cartId, lines } = checkout
  const { promisedUnits } = await deps.promises.make({ orderId, cartId, lines, origin: originOf(checkout) })
  return {
    to: promisedUnits > 0 ? 'confirm' : 'capture',
    ...(promisedUnits > 0 ? { timeline: { type: 'promised', facts: { units: promisedUnits } } } : {}),
  }
}

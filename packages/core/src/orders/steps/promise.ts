import { originOf, type Step } from './deps'

/**
 * Binds the units sold ahead to supply to come, before the order stands. Who waits for units has them paid when the first
 * parcel leaves; until then the bank has only agreed.
 */
export const promise: Step = async (deps, checkout) => {
  const { orderId, cartId, lines } = checkout
  const { promisedUnits } = await deps.promises.make({ orderId, cartId, lines, origin: originOf(checkout) })
  return {
    to: promisedUnits > 0 ? 'confirm' : 'capture',
    ...(promisedUnits > 0 ? { timeline: { type: 'promised', facts: { units: promisedUnits } } } : {}),
  }
}

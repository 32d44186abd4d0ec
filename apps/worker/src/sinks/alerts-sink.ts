import type { Sink } from '@selvedge/core'
import type { FulfilledAlert } from '@selvedge/db'
import type { TellAlerts } from '../alerts/tell-alerts'

/** Answers whoever asked to be told: a size can be bought again, or a piece costs less. */
export const createAlertsSink = (deps: {
  backInStock(variantIds: readonly number[]): Promise<readonly FulfilledAlert[]>
  cheaper(productIds: readonly number[]): Promise<readonly FulfilledAlert[]>
  readonly tellAlerts: TellAlerts
}): Sink => ({
  name: 'alerts',
  gatherMs: 250,
  handle: async (messages) => {
    // With the request that each change came from.
    const variants = new Map<number, string>()
    const products = new Map<number, string>()
    for (const { message, correlationId } of messages) {
      if (message.topic === 'stock' && message.level.onHand > message.level.allocated)
        variants.set(message.variantId, correlationId)
      if (message.topic === 'catalog') products.set(message.productId, correlationId)
    }
    const due = [
      ...(variants.size > 0 ? await deps.backInStock([...variants.keys()]) : []),
      ...(products.size > 0 ? await deps.cheaper([...products.keys()]) : []),
    ]
    const causeOf = ({ variantId, productId }: FulfilledAlert): string =>
      (variantId === undefined ? products.get(productId) : variants.get(variantId)) ?? 'alerts'
    await deps.tellAlerts(due, causeOf)
  },
})

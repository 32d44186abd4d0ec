import type { Sink } from '@selvedge/core'
import type { FulfilledAlert } from '@selvedge/db'

/**
 * Answers whoever asked to be told: a size can be bought again, or a piece costs less. Closing an alert twice is
 * closing it once, so a batch that comes again changes nothing.
 */
export const createAlertsSink = (deps: {
  backInStock(variantIds: readonly number[]): Promise<readonly FulfilledAlert[]>
  cheaper(productIds: readonly number[]): Promise<readonly FulfilledAlert[]>
  close(alertIds: readonly string[]): Promise<void>
  counted(kind: FulfilledAlert['kind'], alerts: number): void
}): Sink => ({
  name: 'alerts',
  gatherMs: 250,
  handle: async (messages) => {
    const variants = new Set<number>()
    const products = new Set<number>()
    for (const { message } of messages) {
      if (message.topic === 'stock' && message.level.onHand > message.level.allocated) variants.add(message.variantId)
      if (message.topic === 'catalog') products.add(message.productId)
    }
    const due = [
      ...(variants.size > 0 ? await deps.backInStock([...variants]) : []),
      ...(products.size > 0 ? await deps.cheaper([...products]) : []),
    ]
    if (due.length === 0) return
    await deps.close(due.map(({ alertId }) => alertId))
    for (const kind of ['stock', 'price'] as const)
      deps.counted(kind, due.filter((alert) => alert.kind === kind).length)
  },
})

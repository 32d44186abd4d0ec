import { type Notice, noticeOfAlert, type Sink } from '@selvedge/core'
import type { FulfilledAlert } from '@selvedge/db'

/**
 * Answers whoever asked to be told: a size can be bought again, or a piece costs less. What is to be said is written
 * down before the alert is closed, under its own key: a batch that comes again, or half of one, tells nobody twice.
 */
export const createAlertsSink = (deps: {
  backInStock(variantIds: readonly number[]): Promise<readonly FulfilledAlert[]>
  cheaper(productIds: readonly number[]): Promise<readonly FulfilledAlert[]>
  tell(notices: readonly Notice[]): Promise<unknown>
  close(alertIds: readonly string[]): Promise<void>
  counted(kind: FulfilledAlert['kind'], alerts: number): void
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
    if (due.length === 0) return
    const causeOf = ({ variantId, productId }: FulfilledAlert): string =>
      (variantId === undefined ? products.get(productId) : variants.get(variantId)) ?? 'alerts'
    await deps.tell(due.map((alert) => noticeOfAlert(alert, causeOf(alert))))
    await deps.close(due.map(({ alertId }) => alertId))
    for (const kind of ['stock', 'price'] as const)
      deps.counted(kind, due.filter((alert) => alert.kind === kind).length)
  },
})

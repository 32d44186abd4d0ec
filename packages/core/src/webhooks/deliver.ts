import type { SecretBox } from '../sync/ports'
import type { WebhookSender, WebhookStore } from './ports'
import { retryDelayMs } from './retry'

/** Changes of one request. A receiver that is far behind catches up in such steps. */
const CHANGES_MAX = 100
/** Longer than a request may take: while it is under way nobody else sends to the endpoint. */
const LEASE_MS = 30_000
/** Requests to one endpoint before the others get their turn. */
const STEPS_MAX = 20

export type DeliverDeps = {
  readonly store: WebhookStore
  readonly sender: WebhookSender
  readonly box: SecretBox
  /** In [0, 1). */
  readonly chance: () => number
  readonly onGivenUp: (endpointId: string) => void
}

/**
 * Hands an endpoint what is due, oldest first, one request at a time: order holds per record and over all. A failure
 * makes this endpoint wait and no other. Answers how many changes were delivered.
 */
export const deliverTo = async (deps: DeliverDeps, endpointId: string): Promise<number> => {
  const { store, sender, box } = deps
  let delivered = 0
  for (let step = 0; step < STEPS_MAX; step++) {
    const claimed = await store.claim(endpointId, { leaseMs: LEASE_MS, limit: CHANGES_MAX })
    if (!claimed) return delivered
    const { endpoint, body } = claimed
    const outcome = await sender.send({
      url: endpoint.url,
      secret: box.open(endpoint.sealedSecret),
      deliveryId: body.deliveryId,
      body: JSON.stringify(body),
    })
    const settled = await store.settle(claimed, outcome, retryDelayMs(endpoint.failures + 1, deps.chance()))
    if (settled === 'given-up') deps.onGivenUp(endpointId)
    if (settled !== 'delivered') return delivered
    delivered += body.changes.length
  }
  return delivered
}

/** Every endpoint that has something due, side by side. */
export const deliverDue = async (deps: DeliverDeps, onFault: (fault: unknown) => void): Promise<number> => {
  const due = await deps.store.due(50)
  const counts = await Promise.all(
    due.map((id) =>
      deliverTo(deps, id).catch((fault: unknown) => {
        onFault(fault)
        return 0
      }),
    ),
  )
  return counts.reduce((sum, count) => sum + count, 0)
}

import type { Sink, StockEventType, SupplyDesk } from '@selvedge/core'

/** Entries after which there may be more, or less, for those who wait than before. */
const MOVES_THE_QUEUE: ReadonlySet<StockEventType> = new Set<StockEventType>([
  'Received',
  'Adjusted',
  'Found',
  'Counted',
  'SoldAtTill',
  'ReturnedRestocked',
  'TransferredOut',
  'TransferredIn',
  'Damaged',
  'QualityHeld',
  'QualityReleased',
  'WrittenOff',
  'Released',
  'Expired',
  'AllocationReleased',
])

/**
 * Binds who waits for a SKU again after its stock has moved by other means than a shipment. Binding is idempotent, and
 * what it writes itself is not looked at: a batch that comes again changes nothing.
 */
export const createBackfillSink = (deps: {
  readonly awaited: (variantIds: readonly number[]) => Promise<readonly number[]>
  readonly desk: Pick<SupplyDesk, 'rebind'>
}): Sink => ({
  name: 'backfill',
  gatherMs: 100,
  handle: async (messages) => {
    const moved = new Set<number>()
    for (const { message } of messages)
      if (message.topic === 'stock' && MOVES_THE_QUEUE.has(message.type)) moved.add(message.variantId)
    if (moved.size === 0) return
    const correlationId = messages.at(-1)?.correlationId ?? 'backfill'
    for (const variantId of await deps.awaited([...moved]))
      await deps.desk.rebind([variantId], { actor: 'system:backfill', correlationId })
  },
})

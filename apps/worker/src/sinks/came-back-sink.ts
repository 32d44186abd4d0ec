import { opensOrCloses, type Sink, type StockEventType, type StockMessage } from '@selvedge/core'
import type { Arrival } from '@selvedge/db'

/** Entries by which units arrive. A hold that ends gives back what was there all the time: that is no news. */
const ARRIVES: ReadonlySet<StockEventType> = new Set<StockEventType>([
  'Received',
  'Adjusted',
  'Found',
  'Counted',
  'ReturnedRestocked',
  'TransferredIn',
  'QualityReleased',
])

/** Keeps when a size came back, for those who wished for it. */
export const createCameBackSink = (deps: { note(arrivals: readonly Arrival[]): Promise<unknown> }): Sink => ({
  name: 'came-back',
  gatherMs: 100,
  handle: async (messages) => {
    const arrivals = messages.flatMap(({ message }) =>
      message.topic === 'stock' && isArrival(message)
        ? [{ variantId: message.variantId, recordId: message.recordId, atMs: message.recordedAtMs }]
        : [],
    )
    if (arrivals.length > 0) await deps.note(arrivals)
  },
})

const isArrival = (message: StockMessage): boolean => {
  const { onHand, allocated, reserved, unavailable, safetyStock } = message.level
  return (
    ARRIVES.has(message.type) && opensOrCloses(message) && onHand - allocated - reserved - unavailable - safetyStock > 0
  )
}

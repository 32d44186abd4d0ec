import type { SequencedMessage, Sink } from '@selvedge/core'
import { LRUCache } from 'lru-cache'
import { CHECKOUTS_BEGAN, type DurableEvent, FILE_WAITING, HOLDS_DUE, TRAINING_ASKED } from './inngest-events'

const AT_ONCE = 100
/** Buckets that ended longer ago were swept meanwhile: after an outage they are not worth a run each. */
const TOO_LATE_MS = 10_000

/**
 * Arms the scheduler: one event for each second in which holds end, one for each in which checkouts began. The event's id
 * makes repeats harmless; what was sent lately is not sent again. A hold that is told of when its second is over gets a
 * run of its own: that of its second may have looked before the hold was there.
 */
export const createDurableEventsSink = (deps: {
  send(events: readonly DurableEvent[]): Promise<void>
  now(): number
}): Sink => {
  const sent = new LRUCache<string, true>({ max: 10_000 })
  return {
    name: 'durable-events',
    gatherMs: 100,
    handle: async (messages) => {
      const events = new Map<string, DurableEvent>()
      const now = deps.now()
      for (const message of messages) {
        const event = eventOf(message, now)
        if (event !== undefined && !sent.has(event.id)) events.set(keyOf(event), event)
      }
      const all = [...events.values()]
      for (let start = 0; start < all.length; start += AT_ONCE) {
        const part = all.slice(start, start + AT_ONCE)
        await deps.send(part)
        for (const { id } of part) sent.set(id, true)
      }
    },
  }
}

/** All that come late to one second, in one batch, share a run as well. */
const keyOf = (event: DurableEvent): string =>
  event.name === HOLDS_DUE ? `${event.name} ${event.data.bucketEndsAtMs}` : event.id

const eventOf = (
  { seq, message, correlationId, recordedAt }: SequencedMessage,
  now: number,
): DurableEvent | undefined => {
  if (message.topic === 'order' && message.type === 'CheckoutStarted') {
    const bucketEndsAtMs = endOfSecond(recordedAt.getTime())
    return { id: `checkouts-began-${bucketEndsAtMs}`, name: CHECKOUTS_BEGAN, data: { bucketEndsAtMs } }
  }
  if (message.topic === 'training') {
    const { trainingId } = message
    return { id: `training-${trainingId}`, name: TRAINING_ASKED, data: { trainingId } }
  }
  if (message.topic === 'file' && message.type !== 'FileMoved') {
    const { jobId, type } = message
    return { id: `file-${jobId}-${type}`, name: FILE_WAITING, data: { jobId, correlationId } }
  }
  if (message.topic !== 'stock' || (message.type !== 'Reserved' && message.type !== 'Extended')) return undefined
  if (message.expiresAtMs === undefined) return undefined
  const bucketEndsAtMs = endOfSecond(message.expiresAtMs)
  if (bucketEndsAtMs < now - TOO_LATE_MS) return undefined
  const own = bucketEndsAtMs > now ? '' : `-late-${seq}`
  return { id: `holds-due-${bucketEndsAtMs}${own}`, name: HOLDS_DUE, data: { bucketEndsAtMs } }
}

const endOfSecond = (atMs: number): number => Math.ceil(atMs / 1_000) * 1_000

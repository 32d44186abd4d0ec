import { correctTime } from './correct-time'
import type { PersonKey } from './person'
import { type BrowserBatch, browserEventSchema, type RecordedSignal } from './recorded-signal'

export type TakenIn = {
  /** In the order in which they happened. */
  readonly signals: readonly RecordedSignal[]
  /** Events that are none, and events too old to mean anything. */
  readonly invalid: number
  readonly tooOld: number
}

/** A browser's batch as the house records it: each event checked for itself, its moment told by the server's clock. */
export function takeInBatch(batch: BrowserBatch, person: PersonKey, receivedAtMs: number): TakenIn {
  const signals: RecordedSignal[] = []
  let [invalid, tooOld] = [0, 0]
  for (const candidate of batch.events) {
    const { data: event } = browserEventSchema.safeParse(candidate)
    const occurredAtMs = event && correctTime({ atMs: event.atMs, sentAtMs: batch.sentAtMs, receivedAtMs })
    if (!event) invalid += 1
    else if (occurredAtMs === undefined) tooOld += 1
    else {
      const { id: eventId, sequence, signal } = event
      signals.push({ eventId, person, sessionId: batch.sessionId, sequence, occurredAtMs, receivedAtMs, signal })
    }
  }
  signals.sort((a, b) => a.occurredAtMs - b.occurredAtMs || a.sequence - b.sequence)
  return { signals, invalid, tooOld }
}

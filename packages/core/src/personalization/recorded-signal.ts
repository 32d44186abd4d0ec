import { z } from 'zod'
import { personKeySchema } from './person'
import { browserSignalSchema, signalSchema } from './signals'

/** One event as a browser tells it: its own id, its place in the session, its own clock. */
export const browserEventSchema = z.strictObject({
  id: z.uuid(),
  sequence: z.int().min(0).max(10_000_000),
  /** The browser's clock, epoch milliseconds. */
  atMs: z.int().min(0).max(9e15),
  signal: browserSignalSchema,
})
export type BrowserEvent = z.infer<typeof browserEventSchema>

export const MAX_BATCH_EVENTS = 100

/** The envelope of a batch; its events are checked one by one, so that a bad one costs only itself. */
export const browserBatchSchema = z.strictObject({
  sessionId: z.uuid(),
  /** The browser's clock when it sent the batch: tells its skew. */
  sentAtMs: z.int().min(0).max(9e15),
  events: z.array(z.unknown()).min(1).max(MAX_BATCH_EVENTS),
})
export type BrowserBatch = z.infer<typeof browserBatchSchema>

/** A signal as the house keeps it: whose, when by the server's clock, and under an id that makes it count once. */
export const recordedSignalSchema = z.object({
  eventId: z.uuid(),
  person: personKeySchema,
  /** The browser's session; signals from the shop's own books have none. */
  sessionId: z.uuid().optional(),
  sequence: z.int().min(0),
  /** Server time, the client's skew taken out; epoch milliseconds. */
  occurredAtMs: z.int(),
  receivedAtMs: z.int(),
  signal: signalSchema,
})
export type RecordedSignal = z.infer<typeof recordedSignalSchema>

import type { Sink } from '@selvedge/core'
import type pg from 'pg'
import { deliverBatch, ensureCursor } from './deliver-batch'
import { keepOutboxDays } from './keep-days'
import { createCursorLooks } from './look-at-cursors'
import { createOutboxTail } from './outbox-tail'
import { createOwnConnections } from './own-connections'
import { createPace, type Pace } from './pace'
import { stampOutbox } from './stamp-outbox'

const BATCH = 500
const STAMP_BATCH = 2_000
const STAMP_FRESH_MS = 600
const KEEP_DAYS_EVERY_MS = 60_000
/** Stamping and keeping days. */
const WORKS_BESIDE_SINKS = 2

export type RelayObserver = {
  /** `lagMs`: age of the oldest message of the batch when it was read. */
  delivered?(facts: { sink: string; messages: number; lagMs: number }): void
  /** `work` is a sink's name, `stamp` or `keep-days`. It is tried again. */
  failed(work: string, error: unknown): void
  /** A row that is no message of the registry; skipped for this sink. */
  unreadable(sink: string, seq: bigint, error: unknown): void
}

export type Relay = {
  start(): Promise<void>
  /** Resolves when no batch is under way any more. */
  stop(): Promise<void>
}

/**
 * Carries the outbox to its sinks. Any number may run: one at a time stamps, one at a time delivers to a sink. Nothing
 * is kept in memory, so it can be killed at any point; a sink then sees its last batch again.
 */
export const createRelay = (deps: { pool: pg.Pool; sinks: readonly Sink[]; observer: RelayObserver }): Relay => {
  const { sinks, observer } = deps
  const own = createOwnConnections(deps.pool, sinks.length + WORKS_BESIDE_SINKS)
  const running: Promise<void>[] = []
  const paces: Pace[] = []
  let isStopping = false
  // What was committed before this moment has its number. While stamping fails, hangs or is somebody else's, an empty look
  // at the outbox says nothing about what was committed since.
  let stampedUntil = 0
  const tail = createOutboxTail()
  const cursors = createCursorLooks(own, () => stampedUntil)

  /** Repeats `step` until stopped; it answers `again` when there is more to do at once. */
  const loop = async (work: string, pace: Pace, step: () => Promise<'again' | 'worked' | 'idle'>): Promise<void> => {
    while (!isStopping) {
      try {
        const outcome = await step()
        if (outcome !== 'again') await pace.pause(outcome === 'worked')
      } catch (error) {
        observer.failed(work, error)
        await pace.pauseAfterFault()
      }
    }
  }
  const begin = (work: string, step: () => Promise<'again' | 'worked' | 'idle'>, busyMs?: number): Pace => {
    const pace = createPace(busyMs)
    paces.push(pace)
    running.push(loop(work, pace, step))
    return pace
  }
  const isCaughtUp = async (sink: Sink): Promise<boolean> => {
    const { asOfMs, head, seqOf } = await cursors.look()
    if (seqOf(sink.name) < head) return false
    if (Date.now() - asOfMs < STAMP_FRESH_MS) await sink.caughtUp?.(asOfMs)
    return true
  }
  const deliver = async (sink: Sink): Promise<'again' | 'worked' | 'idle'> => {
    if (await isCaughtUp(sink)) return 'idle'
    const batch = await deliverBatch({ pool: own, tail }, sink, BATCH)
    if (batch === undefined) return 'idle'
    for (const { seq, error } of batch.unreadable) observer.unreadable(sink.name, seq, error)
    if (batch.rows > 0) {
      observer.delivered?.({ sink: sink.name, messages: batch.messages.length, lagMs: batch.oldestAgeMs })
    }
    if (batch.rows === BATCH) return 'again'
    if (batch.rows === 0) return 'idle'
    if (sink.gatherMs !== undefined) return 'worked'
    // Memory may have held less than the table does by now.
    cursors.forget()
    return (await isCaughtUp(sink)) ? 'worked' : 'again'
  }

  return {
    start: async () => {
      for (const sink of sinks) await ensureCursor(own, sink.name)
      const sinkPaces = sinks.map((sink) => ({ sink, pace: begin(sink.name, () => deliver(sink), sink.gatherMs) }))
      begin('stamp', async () => {
        const beganMs = Date.now()
        const stamped = await stampOutbox(own, STAMP_BATCH)
        if (stamped === undefined) return 'idle'
        if (stamped < STAMP_BATCH) stampedUntil = beganMs
        if (stamped > 0) cursors.forget()
        // Who says how fresh it is says so right after: the moment it names is then hardly older than its word.
        for (const { sink, pace } of sinkPaces)
          if (sink.caughtUp || (stamped > 0 && sink.gatherMs === undefined)) pace.wake()
        return stamped === STAMP_BATCH ? 'again' : stamped > 0 ? 'worked' : 'idle'
      })
      let keptAt = 0
      begin('keep-days', async () => {
        if (Date.now() - keptAt < KEEP_DAYS_EVERY_MS) return 'idle'
        await keepOutboxDays(own)
        keptAt = Date.now()
        return 'idle'
      })
    },
    stop: async () => {
      isStopping = true
      for (const pace of paces) pace.wake()
      await Promise.all(running)
      if (!own.ending) await own.end()
    },
  }
}

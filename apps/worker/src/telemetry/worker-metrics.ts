import { FINDING_KINDS, type SequencedMessage, type Sink, type StockReader } from '@selvedge/core'
import type { LedgerHealth, SinkLag } from '@selvedge/db'
import { createMetrics, type Metrics } from '@selvedge/infra'

const SECONDS = [0.05, 0.1, 0.25, 0.5, 1, 1.5, 2, 3, 5, 10, 30, 60]

export type WorkerMetrics = Metrics & {
  delivered(facts: { sink: string; messages: number; lagMs: number }): void
  failed(work: string): void
  unreadable(sink: string): void
  /** Counts releases and how late they came, as the sink takes them in. */
  watched<S extends Sink>(sink: S): S
}

/** The worker's figures. What has to be read from PostgreSQL is read when somebody scrapes. */
export const createWorkerMetrics = (deps: {
  lag(): Promise<readonly SinkLag[]>
  figures: StockReader['figures']
  ledger(): Promise<LedgerHealth>
}): WorkerMetrics => {
  const metrics = createMetrics({ app: 'worker' })
  const messages = metrics.counter('selvedge_relay_messages_total', 'Messages handed to a sink', ['sink'])
  const failures = metrics.counter('selvedge_relay_failures_total', 'Batches or steps that failed', ['work'])
  const unreadable = metrics.counter('selvedge_relay_unreadable_total', 'Outbox rows that are no message', ['sink'])
  const age = metrics.histogram('selvedge_relay_delivery_seconds', 'Age of the oldest message of a batch', SECONDS, [
    'sink',
  ])
  const release = metrics.histogram('selvedge_hold_release_lag_seconds', 'From a hold’s end to its release', SECONDS)
  metrics.gauge('selvedge_relay_lag_messages', 'Messages a sink is behind', ['sink'], async (gauge) => {
    for (const { sink, messages: behind } of await deps.lag()) gauge.set({ sink }, behind)
  })
  metrics.gauge('selvedge_holds', 'Unexpired holds and their units', ['of'], async (gauge) => {
    const { holds, heldUnits } = await deps.figures()
    gauge.set({ of: 'holds' }, holds)
    gauge.set({ of: 'units' }, heldUnits)
  })
  metrics.gauge('selvedge_ledger_findings', 'Open findings of the ledger check', ['kind'], async (gauge) => {
    const { openByKind } = await deps.ledger()
    for (const kind of FINDING_KINDS) gauge.set({ kind }, openByKind[kind] ?? 0)
  })
  metrics.gauge(
    'selvedge_ledger_check_age_seconds',
    'Age of the oldest entry that was not checked yet since it changed something, and of the last look at all',
    ['of'],
    async (gauge) => {
      const { checkedUntil, lastFullAt } = await deps.ledger()
      for (const [of, at] of [
        ['changed', checkedUntil],
        ['all', lastFullAt],
      ] as const)
        if (at) gauge.set({ of }, (Date.now() - at.getTime()) / 1_000)
    },
  )

  const observe = (batch: readonly SequencedMessage[]): void => {
    for (const { message } of batch) {
      if (message.topic !== 'stock' || message.type !== 'Expired' || message.expiresAtMs === undefined) continue
      release.observe(Math.max(0, message.recordedAtMs - message.expiresAtMs) / 1_000)
    }
  }
  return {
    ...metrics,
    delivered: ({ sink, messages: count, lagMs }) => {
      messages.inc({ sink }, count)
      age.observe({ sink }, lagMs / 1_000)
    },
    failed: (work) => failures.inc({ work }),
    unreadable: (sink) => unreadable.inc({ sink }),
    watched: (sink) => ({
      ...sink,
      handle: async (batch) => {
        await sink.handle(batch)
        observe(batch)
      },
    }),
  }
}

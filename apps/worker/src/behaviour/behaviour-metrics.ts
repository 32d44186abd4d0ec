import type { BehaviourStream, Metrics } from '@selvedge/infra'
import type { BatchOutcome } from './take-batch'

/** Figures of the behaviour pipeline's second half. */
export const countBehaviour = (
  metrics: Metrics,
  stream: Pick<BehaviourStream, 'lag'>,
): { took(outcome: BatchOutcome, entries: number): void } => {
  const entriesTaken = metrics.counter('selvedge_behaviour_entries_total', 'Stream entries finished')
  const unread = metrics.counter(
    'selvedge_behaviour_lag_unread_total',
    'Times the stream could not be asked for its lag',
  )
  const outcomes = metrics.counter('selvedge_behaviour_signals_total', 'What became of signals', ['outcome'])
  metrics.gauge('selvedge_behaviour_stream_entries', 'Entries waiting and set aside', ['of'], async (gauge) => {
    // With Redis away the other figures are wanted all the more: this one is left out, and that is counted.
    const lag = await stream.lag().catch(() => unread.inc())
    if (!lag) return gauge.reset()
    gauge.set({ of: 'waiting' }, lag.waiting)
    gauge.set({ of: 'poison' }, lag.poison)
  })
  return {
    took: (outcome, entries) => {
      entriesTaken.inc(entries)
      for (const [name, count] of Object.entries(outcome)) outcomes.inc({ outcome: name }, count)
    },
  }
}

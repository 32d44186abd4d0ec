import type { BehaviourSink, RecordedSignal, SequencedMessage, Sink } from '@selvedge/core'
import type { InspectedReturn } from '@selvedge/db'

/** Tells the profiles what was bought and what came back and why: from the books, never from a browser. */
export const createBookedSignalsSink = (deps: {
  readPurchases(orderIds: readonly string[]): Promise<readonly RecordedSignal[]>
  readReturns(returns: readonly InspectedReturn[]): Promise<readonly RecordedSignal[]>
  readonly behaviour: BehaviourSink
}): Sink => ({
  name: 'booked-signals',
  gatherMs: 250,
  handle: async (messages) => {
    const orderIds = messages.flatMap(({ message }) =>
      message.topic === 'order' && message.type === 'OrderConfirmed' ? [message.orderId] : [],
    )
    const returns = messages.flatMap(inspectedReturn)
    const signals = [
      ...(orderIds.length > 0 ? await deps.readPurchases(orderIds) : []),
      ...(returns.length > 0 ? await deps.readReturns(returns) : []),
    ]
    for (const person of new Set(signals.map((signal) => signal.person))) {
      const answer = await deps.behaviour.record(signals.filter((signal) => signal.person === person))
      if (answer.isFull) throw new Error('the behaviour stream is full: it is told again later')
    }
  },
})

const inspectedReturn = ({ message, recordedAt }: SequencedMessage): InspectedReturn[] =>
  message.topic === 'return' && message.type === 'ReturnInspected'
    ? [{ message, recordedAtMs: recordedAt.getTime() }]
    : []

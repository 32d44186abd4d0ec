import type { SequencedMessage } from './messages'

/**
 * A consumer of the outbox with a cursor of its own. Messages come in order of `seq`, at least once: a batch whose
 * `handle` throws comes again, and so does one that was handled just before a crash. A sink that fails stalls alone.
 */
export type Sink = {
  /** Key of its cursor: never reuse one for another purpose. */
  readonly name: string
  /**
   * How long messages may gather before they are handed over, in milliseconds; absent: at once. What nobody waits for with
   * an open page costs a transaction a batch, however few messages are in it.
   */
  readonly gatherMs?: number
  /** Returns when every effect of the batch is done. Has to give up by itself within 10 s. */
  handle(messages: readonly SequencedMessage[]): Promise<void>
  /**
   * Called after each look at the outbox that left nothing to deliver, so that a projection can say how fresh it is: what
   * was committed before `asOfMs` (epoch milliseconds of this process) has been handled.
   */
  caughtUp?(asOfMs: number): Promise<void>
}

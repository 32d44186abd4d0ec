import { setTimeout as pause } from 'node:timers/promises'
import type { BehaviourStream, StreamEntry } from '@selvedge/infra'
import { type BatchOutcome, type TakeBatchDeps, takeBatch } from './take-batch'

const BATCH = 500
const WAIT_MS = 500
/** An entry that its consumer has not finished for so long belongs to one that died. */
const ORPHANED_MS = 5_000
const CLAIM_EVERY_MS = 2_000
const AFTER_FAULT_MS = 250

export type BehaviourConsumer = {
  /** Resolves when the batch under way is done. */
  stop(): Promise<void>
}

export type ConsumeDeps = TakeBatchDeps & {
  readonly stream: BehaviourStream
  took(outcome: BatchOutcome, entries: number): void
  onFault(error: unknown): void
  readonly nowMs: () => number
}

/**
 * Drains the behaviour stream until stopped. What was handed to this consumer and not finished comes first (after a
 * fault a batch is still its own), then what dead consumers left behind, then what is new.
 */
export const consumeBehaviour = (deps: ConsumeDeps): BehaviourConsumer => {
  const { stream, took, onFault, nowMs } = deps
  let isOver = false
  let hasBegun = false
  let claimedAtMs = 0

  const work = async (entries: readonly StreamEntry[]): Promise<void> => {
    if (entries.length > 0) took(await takeBatch(deps, entries), entries.length)
  }
  const takeUp = async (): Promise<void> => {
    await stream.begin()
    for (let own = await stream.own(BATCH); own.length > 0; own = await stream.own(BATCH)) await work(own)
    hasBegun = true
  }
  const step = async (): Promise<void> => {
    if (!hasBegun) await takeUp()
    if (nowMs() - claimedAtMs >= CLAIM_EVERY_MS) {
      claimedAtMs = nowMs()
      await work(await stream.claim(BATCH, ORPHANED_MS))
    }
    await work(await stream.next(BATCH, WAIT_MS))
  }
  const loop = async (): Promise<void> => {
    while (!isOver) {
      try {
        await step()
      } catch (fault) {
        hasBegun = false // the stream may be gone, and what this consumer holds has to be taken up again
        onFault(fault)
        await pause(AFTER_FAULT_MS)
      }
    }
  }
  const running = loop()
  return {
    stop: () => {
      isOver = true
      return running
    },
  }
}

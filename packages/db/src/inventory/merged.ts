import { createMergeQueue } from './merge-queue'

/** Longer rows keep the first of them waiting. */
const AT_ONCE = 64

/**
 * One-key statements, sent together: what is asked in one turn of the event loop goes out as one, and while `lanes` of
 * them are under way the rest gather for the next. Every statement of its own wakes the server, and a wake costs more
 * than most of our look-ups by key. Whoever asks is answered from what is read after the asking; a fault is the fault of
 * all who were asked for together.
 */
export const createMerged = <K, V>(
  runAll: (keys: readonly K[]) => Promise<(key: K) => V>,
  { lanes = 2 }: { readonly lanes?: number } = {},
): ((key: K) => Promise<V>) => {
  const queue = createMergeQueue<K, V>(
    async (batch) => {
      const answerOf = await runAll(batch.map(({ command }) => command))
      for (const { command, resolve } of batch) resolve(answerOf(command))
    },
    { maxBatch: AT_ONCE, lanes },
  )
  return (key) => queue.push(key, [])
}

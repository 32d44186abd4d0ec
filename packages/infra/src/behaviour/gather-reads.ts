/** What came of one read: its value, or what it failed with. */
export type ReadOutcome<V> = { readonly value: V } | { readonly fault: unknown }

type Waiting<K, V> = { readonly key: K; resolve(value: V): void; reject(fault: unknown): void }

/** So many go at once: one command after another in a longer row would keep the first of them waiting. */
const AT_ONCE = 64

/**
 * One-key reads, sent together. A read is sent at once while none is under way; those that come meanwhile leave with
 * the next, so that a quiet process waits for nobody and a busy one pays for one trip instead of many. Whoever asks is
 * answered from what is read after the asking. `readAll` answers one outcome a key, in order; where it throws, the reads
 * that it was given fail, those that wait are sent all the same.
 */
export function gatherReads<K, V>(
  readAll: (keys: readonly K[]) => Promise<readonly ReadOutcome<V>[]>,
): (key: K) => Promise<V> {
  let waiting: Waiting<K, V>[] = []
  let isUnderWay = false

  const send = async (): Promise<void> => {
    isUnderWay = true
    while (waiting.length > 0) {
      const sent = waiting.slice(0, AT_ONCE)
      waiting = waiting.slice(AT_ONCE)
      await answer(sent, readAll)
    }
    isUnderWay = false
  }
  return (key) =>
    new Promise((resolve, reject) => {
      waiting.push({ key, resolve, reject })
      if (!isUnderWay) void send()
    })
}

/** Never fails itself: what goes wrong is told to whoever asked. */
async function answer<K, V>(
  sent: readonly Waiting<K, V>[],
  readAll: (keys: readonly K[]) => Promise<readonly ReadOutcome<V>[]>,
): Promise<void> {
  try {
    const outcomes = await readAll(sent.map(({ key }) => key))
    for (const [at, { resolve, reject }] of sent.entries()) {
      const outcome = outcomes[at]
      if (outcome === undefined) reject(new Error('a read was not answered'))
      else if ('fault' in outcome) reject(outcome.fault)
      else resolve(outcome.value)
    }
  } catch (fault) {
    for (const { reject } of sent) reject(fault)
  }
}

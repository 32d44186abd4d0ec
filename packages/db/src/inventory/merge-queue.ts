/** One caller's command on its way through a batch. */
export type Waiting<C, A> = {
  readonly command: C
  readonly keys: readonly number[]
  readonly resolve: (answer: A) => void
  readonly reject: (fault: unknown) => void
}

export type MergeQueueOptions = { readonly maxBatch: number; readonly lanes: number }

/**
 * Merges concurrent commands into batches, leader and followers: whoever finds a free lane runs at once with all that
 * waits, the rest queue for the next round. Batches in flight never share a key, so lanes do not wait for each other's
 * row locks, and commands on one key keep their order of arrival.
 */
export const createMergeQueue = <C, A>(run: (batch: Waiting<C, A>[]) => Promise<void>, options: MergeQueueOptions) => {
  let queue: Waiting<C, A>[] = []
  const busyKeys = new Set<number>()
  let lanes = 0

  const takeBatch = (): Waiting<C, A>[] => {
    const batch: Waiting<C, A>[] = []
    const rest: Waiting<C, A>[] = []
    const blocked = new Set<number>()
    for (const [index, waiting] of queue.entries()) {
      if (batch.length === options.maxBatch) {
        rest.push(...queue.slice(index))
        break
      }
      const mustWait = waiting.keys.some((key) => busyKeys.has(key) || blocked.has(key))
      if (!mustWait) batch.push(waiting)
      else {
        // Nobody overtakes on a key that somebody before them is waiting for.
        for (const key of waiting.keys) blocked.add(key)
        rest.push(waiting)
      }
    }
    queue = rest
    return batch
  }

  const pump = (): void => {
    while (lanes < options.lanes && queue.length > 0) {
      const batch = takeBatch()
      if (batch.length === 0) return
      const keys = new Set(batch.flatMap((waiting) => waiting.keys))
      for (const key of keys) busyKeys.add(key)
      lanes += 1
      const settle = (): void => {
        lanes -= 1
        for (const key of keys) busyKeys.delete(key)
        pump()
      }
      run(batch).then(settle, (fault: unknown) => {
        for (const waiting of batch) waiting.reject(fault)
        settle()
      })
    }
  }

  return {
    push: (command: C, keys: readonly number[]): Promise<A> =>
      new Promise<A>((resolve, reject) => {
        queue.push({ command, keys, resolve, reject })
        pump()
      }),
    /** Commands neither running nor answered. */
    waiting: (): number => queue.length,
    idle: async (): Promise<void> => {
      while (lanes > 0 || queue.length > 0) await new Promise((resolve) => setTimeout(resolve, 5))
    },
  }
}

/** One caller's command on its way through a batch. */
export type Waiting<C, A> = {
  readonly command: C
  readonly keys: readonly number[]
  readonly resolve: (answer: A) => void
  readonly reject: (fault: unknown) => void
}

export type MergeQueueOptions = {
  readonly maxBatch: number
  readonly lanes: number
  /**
   * From twice as many waiting on, a batch takes half of them: while it commits, the other half is prepared. Only where
   * they want different keys; on one key the other half would wait for this one's commit.
   */
  readonly halfFrom?: number
}

/** Runs a batch; calls `locked` when nobody can get ahead of it on its keys any more. */
export type RunBatch<C, A> = (batch: Waiting<C, A>[], locked: () => void) => Promise<void>

/**
 * Merges concurrent commands into batches, leader and followers: what arrives in one turn of the event loop and finds a
 * free lane runs at once, the rest queue for the next round. A key is busy from the start of a batch until the batch has
 * its locks; the next batch on it then lines up behind those locks, so commands on one key keep their order of arrival.
 */
export const createMergeQueue = <C, A>(run: RunBatch<C, A>, { maxBatch, lanes, halfFrom = 64 }: MergeQueueOptions) => {
  let queue: Waiting<C, A>[] = []
  const busyKeys = new Set<number>()
  let running = 0
  let pumping = false

  const takeBatch = (): Waiting<C, A>[] => {
    const isWide = new Set(queue.flatMap(({ keys }) => keys)).size > queue.length / 2
    const limit = isWide ? Math.min(maxBatch, Math.max(halfFrom, Math.ceil(queue.length / 2))) : maxBatch
    const batch: Waiting<C, A>[] = []
    const rest: Waiting<C, A>[] = []
    const blocked = new Set<number>()
    for (const waiting of queue) {
      const mustWait = batch.length === limit || waiting.keys.some((key) => busyKeys.has(key) || blocked.has(key))
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

  const start = (batch: Waiting<C, A>[]): void => {
    const keys = new Set(batch.flatMap((waiting) => waiting.keys))
    for (const key of keys) busyKeys.add(key)
    running += 1
    let free = false
    const release = (): void => {
      if (free) return
      free = true
      for (const key of keys) busyKeys.delete(key)
      pumpSoon()
    }
    const settle = (): void => {
      running -= 1
      release()
      pumpSoon()
    }
    run(batch, release).then(settle, (fault: unknown) => {
      for (const waiting of batch) waiting.reject(fault)
      settle()
    })
  }

  const pump = (): void => {
    pumping = false
    while (running < lanes && queue.length > 0) {
      const batch = takeBatch()
      if (batch.length === 0) return
      start(batch)
    }
  }

  /** At the end of this turn of the event loop, so that everybody who was just answered and asks again comes along. */
  const pumpSoon = (): void => {
    if (pumping || queue.length === 0 || running >= lanes) return
    pumping = true
    setImmediate(pump)
  }

  return {
    push: (command: C, keys: readonly number[]): Promise<A> =>
      new Promise<A>((resolve, reject) => {
        queue.push({ command, keys, resolve, reject })
        pumpSoon()
      }),
    /** Commands neither running nor answered. */
    waiting: (): number => queue.length,
    idle: async (): Promise<void> => {
      while (running > 0 || queue.length > 0) await new Promise((resolve) => setTimeout(resolve, 5))
    },
  }
}

export type BatchWriter<T> = {
  /** Takes a row to be written soon; never waits. */
  add(row: T): void
  /** Writes what is waiting now. */
  flush(): Promise<void>
  /** Rows that found no room. */
  readonly dropped: () => number
  stop(): Promise<void>
}

/**
 * Writes rows in bulk beside the requests that make them. When writing falls behind, rows are dropped and counted: a log
 * never slows the shop down.
 */
export function createBatchWriter<T>(deps: {
  readonly write: (rows: readonly T[]) => Promise<void>
  readonly everyMs?: number
  readonly waitingMax?: number
  readonly onFault: (fault: unknown) => void
}): BatchWriter<T> {
  const { write, everyMs = 400, waitingMax = 5_000, onFault } = deps
  let waiting: T[] = []
  let dropped = 0
  let writing = Promise.resolve()
  const flush = (): Promise<void> => {
    const rows = waiting
    waiting = []
    if (rows.length > 0) {
      writing = writing.then(() =>
        write(rows).catch((fault: unknown) => {
          dropped += rows.length
          onFault(fault)
        }),
      )
    }
    return writing
  }
  const timer = setInterval(flush, everyMs)
  timer.unref()
  return {
    add: (row) => {
      if (waiting.length >= waitingMax) dropped += 1
      else waiting.push(row)
    },
    flush,
    dropped: () => dropped,
    stop: () => {
      clearInterval(timer)
      return flush()
    },
  }
}

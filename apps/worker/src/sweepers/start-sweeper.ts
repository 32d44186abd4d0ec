export type Sweeper = {
  /** Resolves when no sweep is under way any more. */
  stop(): Promise<void>
}

/** Repeats a sweep, `everyMs` from beginning to beginning, never two at once; a fault is reported and tried again. */
export const startSweeper = (deps: {
  everyMs: number
  sweep(): Promise<unknown>
  onFault(error: unknown): void
}): Sweeper => {
  const { everyMs, sweep, onFault } = deps
  let isOver = false
  let end: (() => void) | undefined
  const pause = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, ms)
      end = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  const loop = async (): Promise<void> => {
    while (!isOver) {
      const startedAt = Date.now()
      await sweep().catch(onFault)
      if (!isOver) await pause(Math.max(50, everyMs - (Date.now() - startedAt)))
    }
  }
  const running = loop()
  return {
    stop: () => {
      isOver = true
      end?.()
      return running
    },
  }
}

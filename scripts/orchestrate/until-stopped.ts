import { isBelowNpm } from './env'

/** Aborts on Ctrl-C, SIGTERM, SIGHUP, and when the npm that started us is gone. */
export const stopRequests = (): AbortSignal => {
  const controller = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => controller.abort())
  if (isBelowNpm()) {
    const parent = process.ppid
    const watch = setInterval(() => {
      if (process.ppid !== parent) controller.abort()
    }, 1_000)
    watch.unref()
  }
  return controller.signal
}

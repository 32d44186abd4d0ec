import { Worker } from 'node:worker_threads'

/**
 * Runs a script in a thread of its own and answers the first thing it says. Throws what the script threw; a thread that
 * dies before it has said anything is a fault as well. One that is told to stop is ended wherever it stands, a loop
 * included, and the reason is thrown.
 */
export const runThread = (script: URL, workerData: unknown, stop: AbortSignal): Promise<unknown> =>
  new Promise((resolve, refuse) => {
    if (stop.aborted) {
      refuse(stop.reason)
      return
    }
    const thread = new Worker(script, {
      workerData,
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: 2_048 },
    })
    // Its end is told by `exit`.
    const end = (): void => void thread.terminate()
    stop.addEventListener('abort', end, { once: true })
    thread.once('message', resolve)
    thread.once('error', refuse)
    thread.once('exit', (code) => {
      stop.removeEventListener('abort', end)
      refuse(stop.aborted ? stop.reason : new Error(`the thread ended with ${code}`))
    })
  })

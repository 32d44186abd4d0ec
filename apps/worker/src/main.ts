import { readWorkerEnvironment } from './env'
import { createWorker } from './root'

const STOP_WITHIN_MS = 12_000

async function main(): Promise<void> {
  const worker = createWorker(readWorkerEnvironment())
  let isStopping = false
  const stop = (): void => {
    if (isStopping) return
    isStopping = true
    // A part that does not let go must not keep the process: everything here survives being killed.
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref()
    worker.stop().catch((error: unknown) => {
      process.stderr.write(`${String(error)}\n`)
      process.exitCode = 1
    })
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
  await worker.start()
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  process.exit(1)
})

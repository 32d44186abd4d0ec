// Plain JavaScript, because a worker thread starts without the TypeScript loader of its parent; it loads its own.
import { parentPort, workerData } from 'node:worker_threads'
import { tsImport } from 'tsx/esm/api'

const { train } = await tsImport('./train-everything.ts', import.meta.url)
parentPort?.postMessage({ published: await train(workerData.databaseUrl, workerData.part) })

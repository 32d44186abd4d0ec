// Plain JavaScript, because a worker thread starts without the TypeScript loader of its parent; it loads its own.
import { parentPort, workerData } from 'node:worker_threads'
import { tsImport } from 'tsx/esm/api'

const { forecastEverything } = await tsImport('./forecast-everything.ts', import.meta.url)
const { databaseUrl, freshForMs } = workerData
parentPort?.postMessage({ skus: await forecastEverything(databaseUrl, freshForMs) })

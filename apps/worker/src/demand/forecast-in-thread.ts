import { Worker } from 'node:worker_threads'
import { z } from 'zod'

const answerSchema = z.object({ skus: z.int() })

/**
 * Forecasts all demand in a thread of its own, so that the relay and the sweepers keep their pace meanwhile. Answers how many
 * SKUs, 0 when the stored forecast is younger than `freshForMs`; throws what the forecast threw.
 */
export const forecastInThread = (databaseUrl: string, freshForMs: number): Promise<number> =>
  new Promise((resolve, refuse) => {
    const thread = new Worker(new URL('./forecast-thread.mjs', import.meta.url), {
      workerData: { databaseUrl, freshForMs },
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: 2_048 },
    })
    thread.once('message', (answer: unknown) => resolve(answerSchema.parse(answer).skus))
    thread.once('error', refuse)
    thread.once('exit', (code) => refuse(new Error(`the forecasting thread ended with ${code}`)))
  })

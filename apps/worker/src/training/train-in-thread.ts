import { Worker } from 'node:worker_threads'
import { z } from 'zod'
import type { TrainingPart } from './train-everything'

const answerSchema = z.object({ published: z.int() })

/**
 * Trains in a thread of its own, so that the relay and the sweepers keep their pace meanwhile. Throws what the training
 * threw; a thread that dies is a fault as well.
 */
export const trainInThread = (databaseUrl: string, part: TrainingPart): Promise<number> =>
  new Promise((resolve, refuse) => {
    const thread = new Worker(new URL('./training-thread.mjs', import.meta.url), {
      workerData: { databaseUrl, part },
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: 2_048 },
    })
    thread.once('message', (answer: unknown) => resolve(answerSchema.parse(answer).published))
    thread.once('error', refuse)
    thread.once('exit', (code) => refuse(new Error(`the training thread ended with ${code}`)))
  })

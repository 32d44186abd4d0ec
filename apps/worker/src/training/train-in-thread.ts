import { z } from 'zod'
import { runThread } from '../threads/run-thread'
import type { TrainingPart } from './train-everything'

const answerSchema = z.object({ published: z.int() })
const SCRIPT = new URL('./training-thread.mjs', import.meta.url)

/**
 * Trains in a thread of its own, so that the relay and the sweepers keep their pace meanwhile. Throws what the training
 * threw, and the signal's reason when it is told to stop; what the database is doing for it then ends by its own time
 * limit. Models are published whole or not at all, so that one that is stopped leaves the older in force.
 */
export const trainInThread = async (
  databaseUrl: string,
  part: TrainingPart,
  overdue: AbortSignal = new AbortController().signal,
): Promise<number> => answerSchema.parse(await runThread(SCRIPT, { databaseUrl, part }, overdue)).published

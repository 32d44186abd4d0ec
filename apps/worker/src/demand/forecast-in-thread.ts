import { z } from 'zod'
import { runThread } from '../threads/run-thread'

const answerSchema = z.object({ skus: z.int() })
const SCRIPT = new URL('./forecast-thread.mjs', import.meta.url)

/**
 * Forecasts all demand in a thread of its own, so that the relay and the sweepers keep their pace meanwhile. Answers how many
 * SKUs, 0 when the stored forecast is younger than `freshForMs`; throws what the forecast threw, and the signal's reason when
 * it is told to stop. Its lock ends with its connections, so that the next forecast can be made; what the database is doing
 * for it then ends by its own time limit.
 */
export const forecastInThread = async (
  databaseUrl: string,
  freshForMs: number,
  overdue: AbortSignal = new AbortController().signal,
): Promise<number> => answerSchema.parse(await runThread(SCRIPT, { databaseUrl, freshForMs }, overdue)).skus

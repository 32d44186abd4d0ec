import type { FileWork } from '@selvedge/db'
import type { JobIo } from './job-io'

/** One step of the scheduler's: long enough to be worth its overhead, short enough to be seen and repeated. */
const BUDGET_MS = 10_000
const BUSY_MS = 15_000
/** A million rows take about a quarter of it; the sweeper goes on where even this ends. */
const STEPS_MAX = 400

/** Checks an uploaded file, or applies an approved one, step by step; each step is gone on with after a crash. */
export const advanceFile =
  (files: Pick<FileWork, 'advance'>) =>
  async (io: JobIo, { jobId }: { jobId: string }): Promise<{ readonly steps: number }> => {
    for (let steps = 1; steps <= STEPS_MAX; steps++) {
      const how = await io.run(`advance-${steps}`, () => files.advance(jobId, BUDGET_MS))
      if (how === 'done') return { steps }
      if (how === 'busy') await io.sleep(`busy-${steps}`, BUSY_MS)
    }
    return { steps: STEPS_MAX }
  }

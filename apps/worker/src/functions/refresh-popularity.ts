import type { JobIo } from './job-io'

/** Works out what is wanted and what rises; answers how many products' figures moved. */
export const refreshPopularity =
  (deps: { refresh(): Promise<{ readonly moved: number; readonly told: number }> }) =>
  (io: JobIo): Promise<{ readonly moved: number; readonly told: number }> =>
    io.run('refresh', deps.refresh)

import type { JobIo } from './job-io'

/** Trains models from what the shop knows now, off this thread; answers how many said something new. */
export const trainModels =
  (deps: { train(): Promise<number> }) =>
  async (io: JobIo): Promise<{ readonly published: number }> => ({ published: await io.run('train', deps.train) })

import {
  CHECKOUTS_BEGAN,
  checkoutsBeganSchema,
  FILE_WAITING,
  fileWaitingSchema,
  HOLDS_DUE,
  holdsDueSchema,
  type InngestClient,
  type Logger,
  TRAINING_ASKED,
} from '@selvedge/infra'
import type { JobIo } from './job-io'

export type Jobs = {
  expireHolds(io: JobIo, input: { bucketEndsAtMs: number }): Promise<number>
  finishCheckouts(io: JobIo, input: { bucketEndsAtMs: number }): Promise<{ readonly tries: number }>
  trainModels(io: JobIo): Promise<{ readonly published: number }>
  trainNeighbours(io: JobIo): Promise<{ readonly published: number }>
  refreshPopularity(io: JobIo): Promise<{ readonly moved: number }>
  advanceFile(io: JobIo, input: { jobId: string }): Promise<{ readonly steps: number }>
}

type Step = {
  run(id: string, step: () => Promise<unknown>): Promise<unknown>
  sleepUntil(id: string, at: Date): Promise<void>
  sleep(id: string, ms: number): Promise<void>
}

/** Our jobs as the scheduler knows them: parse the event, call the job, log the trail. */
export const createDurableFunctions = (inngest: InngestClient, jobs: Jobs, logger: Logger) => {
  const expire = inngest.createFunction(
    { id: 'expire-holds', triggers: [{ event: HOLDS_DUE }], retries: 3 },
    async ({ event, step }) => {
      const expired = await jobs.expireHolds(ioOf(step), holdsDueSchema.parse(event.data))
      return { expired }
    },
  )
  const finish = inngest.createFunction(
    { id: 'finish-checkouts', triggers: [{ event: CHECKOUTS_BEGAN }], retries: 10 },
    async ({ event, step }) => jobs.finishCheckouts(ioOf(step), checkoutsBeganSchema.parse(event.data)),
  )
  const train = inngest.createFunction(
    {
      id: 'train-models',
      triggers: [{ event: TRAINING_ASKED }, { cron: '15 3 * * *' }],
      // One at a time, and what is asked for meanwhile is answered by one more.
      concurrency: { limit: 1 },
      retries: 2,
    },
    async ({ step }) => {
      const trained = await jobs.trainModels(ioOf(step))
      logger.info(trained, 'models trained')
      return trained
    },
  )
  const neighbours = inngest.createFunction(
    {
      id: 'refresh-neighbours',
      // Only what changed since is counted, so that what people take together now is in the next answers while it is now.
      // More often would not pay: each new version is read and laid over the catalogue by every web server.
      triggers: [{ cron: '*/5 * * * *' }],
      // One refresh covers all that came before it: none waits behind a long one.
      singleton: { mode: 'skip' },
      retries: 2,
    },
    async ({ step }) => {
      const trained = await jobs.trainNeighbours(ioOf(step))
      logger.info(trained, 'neighbours refreshed')
      return trained
    },
  )
  const popularity = inngest.createFunction(
    { id: 'refresh-popularity', triggers: [{ cron: '7 * * * *' }], concurrency: { limit: 1 }, retries: 2 },
    async ({ step }) => {
      const refreshed = await jobs.refreshPopularity(ioOf(step))
      logger.info(refreshed, 'popularity worked out')
      return refreshed
    },
  )
  const file = inngest.createFunction(
    { id: 'advance-file', triggers: [{ event: FILE_WAITING }], retries: 10 },
    async ({ event, step }) => {
      const { jobId, correlationId } = fileWaitingSchema.parse(event.data)
      const { steps } = await jobs.advanceFile(ioOf(step), { jobId })
      logger.info({ jobId, correlationId, steps }, 'file worked on')
      return { steps }
    },
  )
  return [expire, finish, train, neighbours, popularity, file]
}

const ioOf = (step: Step): JobIo => ({
  // The scheduler gives back the JSON of what the step answered; a JobIo step answers only what JSON keeps as it is.
  run: async <T>(id: string, work: () => Promise<T>) => (await step.run(id, work)) as T,
  sleepUntil: (id, at) => step.sleepUntil(id, at),
  sleep: (id, ms) => step.sleep(id, ms),
})

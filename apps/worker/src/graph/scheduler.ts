import type { RequestListener } from 'node:http'
import type { CheckoutService, StockEngine } from '@selvedge/core'
import { type FileWork, refreshPopularity } from '@selvedge/db'
import { createInngestClient, type InngestClient } from '@selvedge/infra'
import { serve } from 'inngest/node'
import type { WorkerEnvironment } from '../env'
import { advanceFile } from '../functions/advance-file'
import { createDurableFunctions } from '../functions/durable-functions'
import { expireHolds } from '../functions/expire-holds'
import { finishCheckouts } from '../functions/finish-checkouts'
import { INNGEST_PATH } from '../http/worker-server'
import { tellExpired } from '../telemetry/tell-expired'
import { trainInThread } from '../training/train-in-thread'
import { createTrainings } from '../training/trainings'
import type { Connections } from './connections'

/** The client of the scheduler and our endpoint for it. Nothing unsigned is answered. */
export const buildScheduler = (
  env: WorkerEnvironment,
  { pool, logger }: Pick<Connections, 'pool' | 'logger'>,
  { engine, checkout, files }: { engine: StockEngine; checkout: CheckoutService; files: FileWork },
): { inngest: InngestClient; endpoint: RequestListener } => {
  const inngest = createInngestClient({
    baseUrl: env.INNGEST_BASE_URL,
    eventKey: env.INNGEST_EVENT_KEY,
    signingKey: env.INNGEST_SIGNING_KEY,
    appId: env.INNGEST_APP_ID,
    logger,
  })
  const jobs = {
    expireHolds: expireHolds({ engine, onExpired: tellExpired(logger, 'expire-holds') }),
    finishCheckouts: finishCheckouts({
      checkout,
      onTakenOver: (taken, how) => logger.info({ ...taken, how }, 'a checkout did not end in line'),
    }),
    ...createTrainings(
      {
        train: (part, overdue) => trainInThread(env.DATABASE_URL, part, overdue),
        refresh: () => refreshPopularity({ pool, now: new Date() }),
      },
      env.TRAINING_LIMIT_MS,
    ),
    advanceFile: advanceFile(files),
  }
  const endpoint = serve({
    client: inngest,
    functions: createDurableFunctions(inngest, jobs, logger),
    servePath: INNGEST_PATH,
    enableUnauthedSync: false,
    ...(env.WORKER_URL === undefined ? {} : { serveOrigin: env.WORKER_URL }),
  })
  return { inngest, endpoint }
}

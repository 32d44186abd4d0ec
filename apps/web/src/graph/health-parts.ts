import {
  checkInngest,
  checkMeilisearch,
  checkPart,
  checkRedis,
  type PartHealth,
  readWorkerHeartbeat,
} from '@selvedge/infra'
import type { WebEnv } from '../env'
import type { Connections } from './connections'

const silentWorker = async (): Promise<never> => {
  throw new Error('no sign of life in five seconds')
}

/** The five parts that `/api/health/ready` tells of. */
export const healthParts = (
  env: WebEnv,
  { pool, redis, keys }: Connections,
): Record<string, () => Promise<PartHealth>> => ({
  postgres: () => checkPart(() => pool.query('SELECT 1')),
  redis: () => checkRedis(redis),
  meilisearch: () => checkMeilisearch(env.MEILI_URL),
  ...(env.INNGEST_BASE_URL === undefined ? {} : { inngest: inngestCheck(env.INNGEST_BASE_URL) }),
  worker: () => checkPart(async () => (await readWorkerHeartbeat(redis, keys)) || silentWorker()),
})

const inngestCheck = (baseUrl: string) => () => checkInngest(baseUrl)

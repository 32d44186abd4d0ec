import { checkInngest, checkMeilisearch, checkPart, checkRedis, type PartHealth } from '@selvedge/infra'

export type WorkerHealth = {
  readonly status: 'ready' | 'degraded' | 'down'
  readonly parts: Readonly<Record<'postgres' | 'redis' | 'meilisearch' | 'inngest', PartHealth>>
}

/** Asks every part. Only without PostgreSQL there is nothing the worker could do. */
export const checkWorker = async (deps: {
  pool: { query(text: string): Promise<unknown> }
  redis: { ping(): Promise<unknown> }
  meiliUrl: string
  inngestUrl: string
  /** Whether the scheduler knows where this worker is. */
  isRegistered(): boolean
}): Promise<WorkerHealth> => {
  const [postgres, redis, meilisearch, inngest] = await Promise.all([
    checkPart(() => deps.pool.query('SELECT 1')),
    checkRedis(deps.redis),
    checkMeilisearch(deps.meiliUrl),
    checkInngest(deps.inngestUrl).then(deps.isRegistered() ? (part) => part : unregistered),
  ])
  const parts = { postgres, redis, meilisearch, inngest }
  const isWhole = Object.values(parts).every(({ status }) => status === 'up')
  return { status: postgres.status === 'down' ? 'down' : isWhole ? 'ready' : 'degraded', parts }
}

/** A scheduler that lives and does not know us runs nothing of ours. */
const unregistered = (part: PartHealth): PartHealth =>
  part.status === 'down' ? part : { ...part, status: 'down', reason: 'it does not know where this worker is' }

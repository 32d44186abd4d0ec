import type { EngineContext } from './engines/context'
import { startInngest } from './engines/inngest'
import { startMeilisearch } from './engines/meilisearch'
import { startRedis } from './engines/redis'
import { startRedisRest } from './engines/redis-rest'
import type { GivenUrls, Part, StackVariable } from './parts'
import { databaseUrl, startPostgres } from './postgres/start'
import type { ProcessIdentity } from './process/identity'
import { StackError } from './stack-error'
import type { StackState } from './state'

type Urls = Partial<Record<StackVariable, string>>
export type StartPlan = {
  readonly context: EngineContext
  readonly parts: ReadonlySet<Part>
  readonly given: GivenUrls
  readonly inngestSdkUrl?: string | undefined
  /** Processes of an earlier start that still run: they are kept. */
  readonly running: StackState['processes']
  /** Called with each process as soon as it runs, so that a crash half way leaves nothing unknown behind. */
  readonly began: (name: keyof StackState['processes'], identity: ProcessIdentity) => void
}

/** Starts every part that is wanted and not given; the answer is the url of each. */
export const startParts = async (plan: StartPlan): Promise<Urls> => {
  // Redis first, because Inngest keeps its queue there; the others beside each other.
  const jobs = [
    postgres(plan),
    redis(plan).then(async (urls) => ({ ...urls, ...(await inngest(plan, urls)) })),
    meili(plan),
  ]
  const outcomes = await Promise.allSettled(jobs)
  const failed = outcomes.find((outcome) => outcome.status === 'rejected')
  if (failed !== undefined) throw failed.reason
  return Object.assign({}, ...outcomes.map((outcome) => (outcome.status === 'fulfilled' ? outcome.value : {})))
}

const postgres = async ({ context, parts, given, running, began }: StartPlan): Promise<Urls> => {
  if (!parts.has('postgres')) return {}
  if (given.DATABASE_URL !== undefined) return { DATABASE_URL: given.DATABASE_URL }
  if (running.postgres === undefined) began('postgres', await startPostgres(context))
  return { DATABASE_URL: databaseUrl(context) }
}

const redis = async (plan: StartPlan): Promise<Urls> => {
  const { context, parts, given, running, began } = plan
  if (!parts.has('redis')) return {}
  const ours = `redis://127.0.0.1:${context.ports.redis}`
  if (given.REDIS_URL === undefined && running.redis === undefined) began('redis', await startRedis(context))
  const REDIS_URL = given.REDIS_URL ?? ours
  if (given.UPSTASH_REDIS_REST_URL !== undefined) {
    const UPSTASH_REDIS_REST_TOKEN = required(plan, 'UPSTASH_REDIS_REST_TOKEN', 'UPSTASH_REDIS_REST_URL')
    return { REDIS_URL, UPSTASH_REDIS_REST_URL: given.UPSTASH_REDIS_REST_URL, UPSTASH_REDIS_REST_TOKEN }
  }
  if (running.redisRest === undefined) began('redisRest', await startRedisRest(context, REDIS_URL))
  return {
    REDIS_URL,
    UPSTASH_REDIS_REST_URL: `http://127.0.0.1:${context.ports.redisRest}`,
    UPSTASH_REDIS_REST_TOKEN: context.secrets.restToken,
  }
}

const meili = async ({ context, parts, given, running, began }: StartPlan): Promise<Urls> => {
  if (!parts.has('meili')) return {}
  if (given.MEILI_URL !== undefined)
    return { MEILI_URL: given.MEILI_URL, MEILI_MASTER_KEY: given.MEILI_MASTER_KEY ?? '' }
  if (running.meili === undefined) began('meili', await startMeilisearch(context))
  return { MEILI_URL: `http://127.0.0.1:${context.ports.meili}`, MEILI_MASTER_KEY: context.secrets.meiliMasterKey }
}

const inngest = async (plan: StartPlan, redisUrls: Urls): Promise<Urls> => {
  const { context, parts, given, running, began } = plan
  if (!parts.has('inngest')) return {}
  if (given.INNGEST_BASE_URL !== undefined) {
    return {
      INNGEST_BASE_URL: given.INNGEST_BASE_URL,
      INNGEST_EVENT_KEY: required(plan, 'INNGEST_EVENT_KEY', 'INNGEST_BASE_URL'),
      INNGEST_SIGNING_KEY: required(plan, 'INNGEST_SIGNING_KEY', 'INNGEST_BASE_URL'),
    }
  }
  // Its queue goes into our Redis, in a database of its own; never into a Redis that belongs to somebody else.
  const isOurs = redisUrls.REDIS_URL !== undefined && given.REDIS_URL === undefined
  const redisUrl = isOurs ? `${redisUrls.REDIS_URL}/15` : undefined
  if (running.inngest === undefined) {
    began('inngest', await startInngest(context, { redisUrl, sdkUrl: plan.inngestSdkUrl }))
  }
  return {
    INNGEST_BASE_URL: `http://127.0.0.1:${context.ports.inngest}`,
    INNGEST_EVENT_KEY: context.secrets.inngestEventKey,
    INNGEST_SIGNING_KEY: context.secrets.inngestSigningKey,
  }
}

const required = ({ given }: StartPlan, variable: StackVariable, because: StackVariable): string => {
  const value = given[variable]
  if (value === undefined) throw new StackError(`${because} is given, so ${variable} has to be given too.`)
  return value
}

import { DEFAULT_FILE_LIMITS } from '@selvedge/core'
import { z } from 'zod'

const url = (...schemes: readonly string[]) =>
  z.url({
    protocol: new RegExp(`^(${schemes.join('|')})$`),
    error: `must be an address that begins with ${schemes.map((scheme) => `${scheme}://`).join(' or ')}`,
  })
const web = url('http', 'https')

const schema = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  PORT: z.coerce.number({ error: 'must be a number' }).int().min(1).max(65_535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  DATABASE_URL: url('postgresql', 'postgres'),
  REDIS_URL: url('redis', 'rediss'),
  /** How the shared cache and limits reach Redis: over TCP, or over HTTP where only that is to be had. */
  CACHE_DRIVER: z.enum(['ioredis', 'upstash']).default('ioredis'),
  UPSTASH_REDIS_REST_URL: web.optional(),
  UPSTASH_REDIS_REST_TOKEN: z.string().optional(),
  MEILI_URL: web,
  MEILI_MASTER_KEY: z.string().optional(),
  INNGEST_BASE_URL: web.optional(),
  BETTER_AUTH_SECRET: z.string({ error: 'is missing' }).min(32, 'needs 32 characters'),
  BAG_SECRET: z.string({ error: 'is missing' }).min(32, 'needs 32 characters'),
  /** Encrypts the secrets shared with systems outside; the worker's own too. */
  INTEGRATION_SECRET: z.string({ error: 'is missing' }).min(32, 'needs 32 characters'),
  /** For development and tests: webhooks may go to this machine, over plain http. */
  WEBHOOKS_TO_LOOPBACK: z.stringbool().default(false),
  /** What an uploaded file may hold; more is refused while it comes. */
  FILE_MAX_ROWS: z.coerce.number().int().min(1).max(10_000_000).default(DEFAULT_FILE_LIMITS.rows),
  FILE_MAX_BYTES: z.coerce.number().int().min(1).default(DEFAULT_FILE_LIMITS.bytes),
  PUBLIC_URL: web.optional(),
  WORKER_URL: web.optional(),
  PICTURE_DIR: z.string().default('../../.selvedge/pictures'),
  /** Stand before the names of indexes and keys; shops that share an engine differ in them, web and worker never. */
  SEARCH_INDEX_PREFIX: z.string().default(''),
  REDIS_PREFIX: z.string().min(1).default('selvedge'),
  /** Number of proxies in front whose X-Forwarded-For entry may be believed. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(5).default(0),
  /** Live streams one client address may hold open. */
  LIVE_STREAMS_PER_ADDRESS: z.coerce.number().int().min(1).max(100_000).default(100),
  /** Calls one client address may make in a minute, 0 for no limit. Reads count per process, writes over all. */
  API_READS_PER_MINUTE: z.coerce.number().int().min(0).default(6_000),
  API_WRITES_PER_MINUTE: z.coerce.number().int().min(0).default(600),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
})
export type WebEnv = z.infer<typeof schema>

/** The environment of the web server, checked once at start; a wrong variable is one clear message per line. */
export const readEnv = (): WebEnv => {
  const parsed = schema.safeParse(process.env)
  if (parsed.success) return parsed.data
  throw new Error(`The environment is not complete.\n${wrongVariables(parsed.error).join('\n')}`)
}

/** What is wrong with the environment, one line a variable; nothing when the web server could start with it. */
export const whatIsWrong = (): readonly string[] => {
  const parsed = schema.safeParse(process.env)
  return parsed.success ? [] : wrongVariables(parsed.error)
}

const wrongVariables = ({ issues }: z.ZodError): string[] =>
  issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)

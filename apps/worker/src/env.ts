import { z } from 'zod'

const schema = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  DATABASE_URL: z.url(),
  REDIS_URL: z.url(),
  /** Stands before every key and channel; shops that share a Redis differ in it. */
  REDIS_PREFIX: z
    .string()
    .regex(/^[\w-]+$/)
    .default('selvedge'),
  MEILI_URL: z.url(),
  MEILI_MASTER_KEY: z.string().optional(),
  SEARCH_INDEX_PREFIX: z
    .string()
    .regex(/^[\w-]*$/)
    .default(''),
  INNGEST_BASE_URL: z.url(),
  INNGEST_EVENT_KEY: z.string().min(1),
  INNGEST_SIGNING_KEY: z.string().min(1, 'the scheduler is never trusted unsigned'),
  INNGEST_APP_ID: z.string().default('selvedge'),
  /** The development mode of the scheduler switches signatures off: refused. */
  INNGEST_DEV: z.enum(['', '0', 'false']).default('0'),
  /** Signs what guests hold of their bags and orders; the web server's own. */
  BAG_SECRET: z.string().min(32),
  /** Opens the secrets shared with systems outside; the web server's own. */
  INTEGRATION_SECRET: z.string().min(32),
  /** For development and tests: webhooks may go to this machine, over plain http. */
  WEBHOOKS_TO_LOOPBACK: z.stringbool().default(false),
  WORKER_PORT: z.coerce.number().int().min(0).max(65_535),
  WORKER_HOST: z.string().default('127.0.0.1'),
  /** Where shoppers reach the shop: the links of mails begin with it. */
  PUBLIC_URL: z.url().default('http://127.0.0.1:3000'),
  /** Where the scheduler reaches this process. */
  WORKER_URL: z.url().optional(),
  /** How often due holds are swept, whatever the scheduler does; the first time as the worker starts. */
  HOLD_SWEEP_MS: z.coerce.number().int().min(250).default(2_000),
  /** How often checkouts that nobody looks after are finished, whatever the scheduler does. */
  CHECKOUT_SWEEP_MS: z.coerce.number().int().min(250).default(10_000),
  /** How often the ledger is checked: what has changed, and the next piece of all of it. */
  LEDGER_CHECK_MS: z.coerce.number().int().min(250).max(300_000).default(60_000),
  /** How often demand is forecast anew from orders and ledger. */
  FORECAST_MS: z.coerce.number().int().min(1_000).default(900_000),
  /** How long a forecast may take before it is ended as one that hangs: no other would be made as long as it does. */
  FORECAST_LIMIT_MS: z.coerce.number().int().min(1_000).max(86_400_000).default(1_800_000),
  /** How often alerts are raised, refreshed and resolved. */
  ALERTS_MS: z.coerce.number().int().min(500).default(30_000),
  /**
   * How long a training may take before it is ended as one that hangs. None of its statements may take five minutes, and all
   * models of the seeded shop are made well within half an hour; of many more orders it may have to be longer.
   */
  TRAINING_LIMIT_MS: z.coerce.number().int().min(1_000).max(86_400_000).default(1_800_000),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
})
export type WorkerEnvironment = z.infer<typeof schema>

export const parseWorkerEnvironment = (env: Readonly<Record<string, string | undefined>>): WorkerEnvironment =>
  schema.parse(env)

/** What the worker may know of its environment; throws one clear list of what is wrong. */
export const readWorkerEnvironment = (): WorkerEnvironment => parseWorkerEnvironment(process.env)

/** What is wrong with the environment, one line a variable; nothing when the worker could start with it. */
export const whatIsWrong = (): readonly string[] => {
  const parsed = schema.safeParse(process.env)
  return parsed.success ? [] : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
}

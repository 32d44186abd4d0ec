export type SeedEnvironment = {
  /** The local stack's database, when the command that started the stack runs this one. */
  readonly stackDatabaseUrl: string | undefined
  /** Engines that belong to somebody else: nothing is seeded then. */
  readonly givenUrls: readonly string[]
  readonly nodeEnv: string | undefined
}

const URLS = ['DATABASE_URL', 'REDIS_URL', 'MEILI_URL', 'INNGEST_BASE_URL'] as const

/** What the seed command may know. `SELVEDGE_LOCAL_STACK=1` says that the urls beside it are of our own stack. */
export function readSeedEnvironment(): SeedEnvironment {
  const ours = process.env.SELVEDGE_LOCAL_STACK === '1'
  return {
    stackDatabaseUrl: ours ? process.env.DATABASE_URL : undefined,
    givenUrls: ours ? [] : URLS.filter((name) => process.env[name]),
    nodeEnv: process.env.NODE_ENV,
  }
}

/** What a child process inherits: everything that is set. The one place here that reads the environment. */
export const inherited = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )

/** Where a serving process of a benchmark finds its engines: it is started with both. */
export const servingEnv = (): { readonly databaseUrl: string; readonly redisUrl: string } => {
  const { DATABASE_URL: databaseUrl, REDIS_URL: redisUrl } = process.env
  if (!databaseUrl || !redisUrl) throw new Error('DATABASE_URL and REDIS_URL are needed')
  return { databaseUrl, redisUrl }
}

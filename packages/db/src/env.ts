import { z } from 'zod'

/** The one place where this package reads the environment. */
export const readDatabaseUrl = (): string =>
  z.url({ error: 'DATABASE_URL must be a postgresql:// address' }).parse(process.env.DATABASE_URL)

/** The database somebody has given to a command; none when it is to use this clone's own. */
export const readGivenDatabaseUrl = (): string | undefined => (process.env.DATABASE_URL ? readDatabaseUrl() : undefined)

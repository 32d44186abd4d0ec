import { z } from 'zod'

/** The one place where this package reads the environment. */
export const readDatabaseUrl = (): string =>
  z.url({ error: 'DATABASE_URL must be a postgresql:// address' }).parse(process.env.DATABASE_URL)

/** The database somebody has given to a command; none when it is to use this clone's own. */
export const readGivenDatabaseUrl = (): string | undefined => (process.env.DATABASE_URL ? readDatabaseUrl() : undefined)

/** How many random commands the model-based test runs per suite: STOCK_MODEL_COMMANDS, else `usual`. */
export const readModelCommands = (usual: number): number =>
  z.coerce.number().int().min(1).max(100_000_000).default(usual).parse(process.env.STOCK_MODEL_COMMANDS)

import { readGivenDatabaseUrl } from '../env'
import { migrate } from '../migrate/migrate'
import { createPool } from '../pool'
import { hasProducts, seedDatabase } from './seed-database'

export type CommandDatabase = { readonly url: string; readonly leave: () => Promise<void> }

const PRODUCTS = 800
const SEED = 7

/**
 * The database a command acts on: the one that is given, else that of this clone's running stack, else one that is
 * started, migrated and seeded for the command and stopped after it.
 */
export const openCommandDatabase = async (print: (line: string) => void): Promise<CommandDatabase> => {
  const given = readGivenDatabaseUrl()
  if (given !== undefined) return { url: given, leave: async () => undefined }
  const { stackDir, startStack } = await import('@selvedge/stack')
  const stack = await startStack({ dir: stackDir(), only: ['postgres'], log: print })
  const url = stack.urls.DATABASE_URL
  await migrate(url)
  const pool = createPool(url, { max: 1, applicationName: 'inventory' })
  try {
    if (!(await hasProducts(pool))) await seedDatabase(pool, { products: PRODUCTS, seed: SEED })
  } finally {
    await pool.end()
  }
  return { url, leave: () => stack.stop() }
}

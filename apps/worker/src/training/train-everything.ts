import { createPool, trainShop, trainTogether } from '@selvedge/db'

const STATEMENT_MS = 300_000

/** Trains every model and publishes those that say something new; answers how many did. */
export async function trainEverything(databaseUrl: string): Promise<number> {
  const pool = createPool(databaseUrl, { max: 2, applicationName: 'training', statementTimeoutMs: STATEMENT_MS })
  try {
    const together = await trainTogether(pool, new Date())
    const others = await trainShop(pool, () => performance.now())
    return Number(together.isNew) + others.filter(({ isNew }) => isNew).length
  } finally {
    await pool.end()
  }
}

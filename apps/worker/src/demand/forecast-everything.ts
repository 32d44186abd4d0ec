import { createPool, forecastShop } from '@selvedge/db'

const STATEMENT_MS = 300_000

/** Forecasts every SKU on connections of its own; answers how many. */
export async function forecastEverything(databaseUrl: string): Promise<number> {
  const pool = createPool(databaseUrl, { max: 1, applicationName: 'forecast', statementTimeoutMs: STATEMENT_MS })
  try {
    return (await forecastShop(pool)).skus
  } finally {
    await pool.end()
  }
}

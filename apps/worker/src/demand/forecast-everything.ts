import { createPool, forecastWhenDue } from '@selvedge/db'

const STATEMENT_MS = 300_000

/** Forecasts every SKU on connections of its own, unless that was done within `freshForMs`; answers how many. */
export async function forecastEverything(databaseUrl: string, freshForMs: number): Promise<number> {
  const pool = createPool(databaseUrl, { max: 2, applicationName: 'forecast', statementTimeoutMs: STATEMENT_MS })
  try {
    return (await forecastWhenDue(pool, freshForMs))?.skus ?? 0
  } finally {
    await pool.end()
  }
}

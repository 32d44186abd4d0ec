import type pg from 'pg'
import { ADVISORY_LOCKS } from '../advisory-locks'
import { type ForecastRun, forecastShop } from './forecast-shop'

/** Whether there is no forecast, or the stored one is older than `freshForMs`. */
export const isForecastDue = async (pool: pg.Pool, freshForMs: number): Promise<boolean> => {
  const { rows } = await pool.query<{ due: boolean }>(
    `SELECT coalesce(max(made_at) < clock_timestamp() - $1 * interval '1 millisecond', true) AS due FROM demand_forecast`,
    [freshForMs],
  )
  return rows[0]?.due ?? true
}

/**
 * Forecasts every SKU anew unless a forecast is younger than `freshForMs` or somebody is at it. So neither a restart nor a
 * second worker costs a run. Answers undefined when it left things be. Needs two connections.
 */
export const forecastWhenDue = async (pool: pg.Pool, freshForMs: number): Promise<ForecastRun | undefined> => {
  const client = await pool.connect()
  try {
    const lock = [ADVISORY_LOCKS.forecastDemand]
    const { rows } = await client.query<{ mine: boolean }>('SELECT pg_try_advisory_lock($1) AS mine', lock)
    if (rows[0]?.mine !== true) return undefined
    try {
      return (await isForecastDue(pool, freshForMs)) ? await forecastShop(pool) : undefined
    } finally {
      await client.query('SELECT pg_advisory_unlock($1)', lock)
    }
  } finally {
    client.release()
  }
}

import { RISING_FROM } from '@selvedge/recs'
import type pg from 'pg'
import { ADVISORY_LOCKS } from '../advisory-locks'
import { announceProducts } from '../catalog/announce-products'
import { inTransaction } from '../inventory/in-transaction'
import { countWantedDays } from './count-wanted-days'
import { WANTED } from './wanted-sql'

export type PopularityRefreshed = {
  /** Products whose figure is another one now. */
  readonly moved: number
  /** Those of them that stand elsewhere now, or began or ended to rise: whoever follows the catalogue is told. */
  readonly told: number
}

export type RefreshPopularity = {
  readonly pool: pg.Pool
  /** The day it is, UTC. */
  readonly now: Date
  /** False where all that follow the catalogue are made anew afterwards. */
  readonly tells?: boolean
}

// A figure that differs by less says nothing else: writing it would cost a row and no order would change.
const [SHARE_STEP, TREND_STEP] = [0.02, 0.05]
// Of a category that nobody wants any more the share is none, which has no logarithm.
const NEXT_TO_NONE = 1e-12
// A product that was tenth and is ninth, or thousandth and nine hundredth, is where it was.
const RANK_STEP = 0.25

const MOVE = `
  ${WANTED},
  ranked AS (
    SELECT *, row_number() OVER (ORDER BY popularity DESC, id) AS place,
           row_number() OVER (ORDER BY popularity_before DESC, id) AS place_before
    FROM wanted WHERE popularity IS NOT NULL),
  moved AS (
    UPDATE product p SET popularity = r.popularity, trend = r.trend FROM ranked r
    WHERE p.id = r.id AND (abs(ln(greatest(r.popularity, ${NEXT_TO_NONE}) / greatest(r.popularity_before, ${NEXT_TO_NONE}))) > ${SHARE_STEP}
      OR abs(r.trend - r.trend_before) > ${TREND_STEP})
    RETURNING p.id)
  SELECT m.id, abs(ln(r.place::float8 / r.place_before)) > ${RANK_STEP}
    OR (r.trend >= $2) <> (r.trend_before >= $2) AS is_noticed
  FROM moved m JOIN ranked r ON r.id = m.id`

/**
 * Works out how much every product is wanted and whether that rises, and writes what moved. Nothing is known of a shop
 * that nobody bought in: its figures stay. One process at a time.
 */
export const refreshPopularity = ({ pool, now, tells = true }: RefreshPopularity): Promise<PopularityRefreshed> =>
  inTransaction(pool, async (client) => {
    await client.query('SELECT pg_advisory_xact_lock($1)', [ADVISORY_LOCKS.refreshPopularity])
    const today = now.toISOString().slice(0, 10)
    await countWantedDays(client, today)
    const { rows } = await client.query<{ id: number; is_noticed: boolean }>(MOVE, [today, RISING_FROM])
    const noticed = rows.filter(({ is_noticed }) => is_noticed).map(({ id }) => id)
    if (tells && noticed.length > 0) await announceProducts(client, noticed, 'popularity')
    return { moved: rows.length, told: tells ? noticed.length : 0 }
  })

import type pg from 'pg'
import type { PgStockEngine } from '../inventory/stock-engine'
import { EVERYTHING, reconcileSafety } from './reconcile-safety'
import { OWN_CHANNEL } from './safety-sql'

/**
 * Whoever changes a rule or a number lets the records follow at once. Comparing everything only finds what was left over:
 * a process that died in between, a record whose number was drawn early and committed late.
 */
const EVERYTHING_EVERY_MS = 300_000
const ORIGIN = { actor: 'system:safety', correlationId: 'safety-rules' }

type Deps = { readonly pool: pg.Pool; readonly engine: PgStockEngine; readonly nowMs: () => number }

/** What moves by itself: places whose suppliers' reports can grow too old, and the newest record there is. */
const MOVING = `SELECT coalesce((SELECT max(id) FROM inventory_record), 0) AS newest,
  ARRAY(SELECT location_id FROM safety_policy WHERE stale_after_minutes IS NOT NULL AND channel_code = ${OWN_CHANNEL}) AS places`

/**
 * One look at what is kept back; answers how many records changed. Most looks ask for what moves by itself alone: places
 * whose suppliers report, and records that are new. The first one, and one every five minutes, compares everything.
 */
export const createSafetySweep = ({ pool, engine, nowMs }: Deps): (() => Promise<number>) => {
  let everythingAtMs = Number.NEGATIVE_INFINITY
  let newestSeen = 0
  return async () => {
    const startedMs = nowMs()
    const { rows } = await pool.query<{ newest: number; places: number[] }>(MOVING)
    const { newest, places } = rows[0] ?? { newest: 0, places: [] }
    const isForEverything = startedMs - everythingAtMs >= EVERYTHING_EVERY_MS
    const changed = await reconcileSafety(
      engine,
      ORIGIN,
      isForEverything ? EVERYTHING : { locationIds: places, newerThan: newestSeen },
    )
    newestSeen = newest
    if (isForEverything) everythingAtMs = startedMs
    return changed
  }
}

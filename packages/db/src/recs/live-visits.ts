import type { PastSession } from '@selvedge/recs'
import type { Pool } from 'pg'
import type { ServedArtefacts } from './served-artefacts'

/** A visit of which nothing was heard for so long has ended; one that goes on after all is learned once more, whole. */
const QUIET_MS = 10 * 60_000
/** How often ended visits are looked for. */
const EVERY_MS = 30_000
/** Visits learned in one look; more wait for the next. */
const AT_ONCE = 500
/** A model older than this is not caught up with whole: the next training has it. */
const CATCH_UP_MS = 24 * 3_600_000

/**
 * Visits with at least two products whose last look at one was between two moments, oldest first. What is logged on earlier
 * days is not read: nothing is received before it occurs, and a day more is for clocks that differ.
 */
export async function readEndedVisits(
  pool: Pool,
  { afterMs, untilMs }: { readonly afterMs: number; readonly untilMs: number },
): Promise<readonly PastSession[]> {
  const { rows } = await pool.query<{ items: number[]; ended_at: Date }>(
    `WITH heard AS (
       SELECT DISTINCT session_id FROM behaviour_event
       WHERE logged_on >= ($1::timestamptz AT TIME ZONE 'UTC')::date - 1
         AND occurred_at > $1 AND occurred_at <= $2 AND session_id IS NOT NULL AND kind IN ('view', 'click', 'add'))
     SELECT array_agg(e.product_id ORDER BY e.occurred_at, e.sequence, e.event_id) AS items, max(e.occurred_at) AS ended_at
     FROM behaviour_event e JOIN heard USING (session_id)
     WHERE e.logged_on >= ($1::timestamptz AT TIME ZONE 'UTC')::date - 2
       AND e.occurred_at > $1::timestamptz - interval '1 day' AND e.product_id IS NOT NULL AND e.kind IN ('view', 'click', 'add')
     GROUP BY e.session_id HAVING count(DISTINCT e.product_id) > 1 AND max(e.occurred_at) > $1 AND max(e.occurred_at) <= $2
     ORDER BY max(e.occurred_at), e.session_id LIMIT $3`,
    [new Date(afterMs), new Date(untilMs), AT_ONCE],
  )
  return rows.map(({ items, ended_at }) => ({ itemIds: [...new Set(items)], endedAt: ended_at.getTime() }))
}

export type LiveVisitsDeps = {
  readonly pool: Pool
  readonly artefacts: Pick<ServedArtefacts, 'learn' | 'sessions'>
  readonly nowMs: () => number
}

/**
 * Lets the served session model learn visits as they end, between trainings. It goes on from the last moment the model
 * was trained on; another model begins anew from its own.
 */
export const followVisits = ({ pool, artefacts, nowMs }: LiveVisitsDeps) => {
  let version: string | undefined
  let heardMs = 0
  let lookedMs = Number.NEGATIVE_INFINITY
  return {
    /** Answers how many visits were learned. */
    look: async (): Promise<number> => {
      const model = artefacts.sessions()
      const now = nowMs()
      if (model === undefined) return 0
      if (model.version !== version) {
        version = model.version
        heardMs = Math.max(model.knownUntilMs, now - CATCH_UP_MS)
      } else if (now - lookedMs < EVERY_MS) return 0
      lookedMs = now
      const untilMs = now - QUIET_MS
      if (untilMs <= heardMs) return 0
      const visits = await readEndedVisits(pool, { afterMs: heardMs, untilMs })
      // Another model may have come in while these were read: it is asked about in the next look.
      if (artefacts.sessions()?.version !== version) return 0
      for (const { itemIds } of visits) artefacts.learn(itemIds)
      const last = visits.at(-1)
      heardMs = visits.length === AT_ONCE && last ? last.endedAt : untilMs
      return visits.length
    },
  }
}

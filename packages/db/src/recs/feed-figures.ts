import { type ExperimentOutcome, type FeedFigure, type FeedFigures, MAX_EVENT_AGE_MS } from '@selvedge/core'
import type { Pool } from 'pg'

// A later gesture is credited to the last showing that was opened, for so long.
const CREDIT = "interval '7 days'"
// What comes back is credited to the showing that its purchase is: a parcel is longer on its way than anybody remembers.
const KEPT_AT_MOST = "interval '120 days'"

// The log is parted by the day of receipt: that of the deed, or one of so many after it. Without it every look for one
// person's deed would open an index of every day that is kept.
const RECEIVED_WITHIN = Math.ceil(MAX_EVENT_AGE_MS / 86_400_000)
const dayOf = (moment: string): string => `((${moment}) AT TIME ZONE 'UTC')::date`
/** That a row's day of receipt is one on which a deed between two moments can have been received. */
const receivedFor = (row: string, from: string, to: string): string =>
  `${row}.logged_on BETWEEN ${dayOf(from)} AND ${dayOf(to)} + ${RECEIVED_WITHIN}`
// Days are left out as a statement begins: by the moment of its beginning, not by one that moves on meanwhile.
const SINCE = 'now() - make_interval(days => $1)'
const lately = (row: string): string => `${row}.logged_on >= ${dayOf(SINCE)} AND ${row}.occurred_at > ${SINCE}`

/** Counted from the behaviour log: what was shown, opened, and what came of it. */
export const createFeedFigures = ({ pool }: { readonly pool: Pool }): FeedFigures => ({
  since: async (days) => {
    const { rows } = await pool.query<{
      placement: string
      model_version: string
      source: string
      impressions: number
      clicks: number
      adds: number
      orders: number
      returns: number
    }>(
      `WITH shown AS (
         SELECT kind, signal->'showing'->>'placement' AS placement,
                coalesce(signal->'showing'->>'modelVersion', 'none') AS model_version,
                coalesce(signal->'showing'->>'source', 'none') AS source
         FROM behaviour_event b
         WHERE kind IN ('impression', 'click') AND ${lately('b')}
       ), later AS (
         SELECT person, product_id, kind, occurred_at AS led_to_at FROM behaviour_event b
         WHERE kind IN ('add', 'purchase') AND ${lately('b')}
         UNION ALL
         SELECT r.person, r.product_id, r.kind, bought.occurred_at FROM behaviour_event r
         JOIN LATERAL (
           SELECT p.occurred_at FROM behaviour_event p
           WHERE p.person = r.person AND p.product_id = r.product_id AND p.kind = 'purchase'
             AND p.occurred_at BETWEEN r.occurred_at - ${KEPT_AT_MOST} AND r.occurred_at
             AND ${receivedFor('p', `r.occurred_at - ${KEPT_AT_MOST}`, 'r.occurred_at')}
           ORDER BY p.occurred_at DESC LIMIT 1) bought ON true
         WHERE r.kind = 'return' AND ${lately('r')}
       ), credited AS (
         SELECT s.placement, s.model_version, s.source, l.kind FROM later l JOIN LATERAL (
           SELECT signal->'showing'->>'placement' AS placement,
                  coalesce(signal->'showing'->>'modelVersion', 'none') AS model_version,
                  coalesce(signal->'showing'->>'source', 'none') AS source
           FROM behaviour_event c
           WHERE c.person = l.person AND c.product_id = l.product_id AND c.kind = 'click'
             AND c.occurred_at BETWEEN l.led_to_at - ${CREDIT} AND l.led_to_at
             AND ${receivedFor('c', `l.led_to_at - ${CREDIT}`, 'l.led_to_at')}
           ORDER BY c.occurred_at DESC LIMIT 1) s ON true
       ), everything AS (
         SELECT placement, model_version, source, kind FROM shown
         UNION ALL SELECT placement, model_version, source, kind FROM credited
       )
       SELECT placement, model_version, source,
              count(*) FILTER (WHERE kind = 'impression')::int AS impressions,
              count(*) FILTER (WHERE kind = 'click')::int AS clicks,
              count(*) FILTER (WHERE kind = 'add')::int AS adds,
              count(*) FILTER (WHERE kind = 'purchase')::int AS orders,
              count(*) FILTER (WHERE kind = 'return')::int AS returns
       FROM everything WHERE placement IS NOT NULL GROUP BY 1, 2, 3 ORDER BY 4 DESC, 1, 2, 3 LIMIT 500`,
      [days],
    )
    return rows.map(({ model_version, ...row }): FeedFigure => ({ ...row, modelVersion: model_version }))
  },

  outcomes: async (slug) => {
    const { rows } = await pool.query<ExperimentOutcome>(
      `WITH design AS (
         SELECT started_at, coalesce(stopped_at, clock_timestamp()) AS ends_at,
                -- As long before it as it ran, and two weeks.
                started_at - (coalesce(stopped_at, clock_timestamp()) - started_at) - interval '14 days' AS before_at,
                CASE design->>'metric' WHEN 'order' THEN 'purchase' ELSE design->>'metric' END AS metric,
                design->'guardrail'->>'metric' AS guardrail
         FROM experiment WHERE slug = $1
       )
       SELECT x.arm,
              count(b.event_id) FILTER (WHERE b.kind = d.metric AND b.occurred_at >= x.exposed_at)::int AS outcome,
              count(b.event_id) FILTER (WHERE b.kind = d.metric AND b.occurred_at < x.exposed_at)::int AS before,
              count(b.event_id) FILTER (WHERE b.kind = d.guardrail AND b.occurred_at >= x.exposed_at)::int AS guardrail
       FROM experiment_exposure x CROSS JOIN design d
       LEFT JOIN behaviour_event b ON b.person = x.person AND b.occurred_at <= d.ends_at
         AND b.occurred_at > d.before_at
         AND ${receivedFor('b', '(SELECT before_at FROM design)', '(SELECT ends_at FROM design)')}
       WHERE x.experiment = $1 GROUP BY x.person, x.arm`,
      [slug],
    )
    return rows
  },
})

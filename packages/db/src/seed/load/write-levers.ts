import { assignArm } from '@selvedge/core'
import type { PoolClient } from 'pg'
import { SEEDED_EXPERIMENT, SEEDED_MARKDOWN, seededRules } from '../generate/levers'

const ACTOR = 'system:seed'

/** Sets the levers of the demo shop: rules, a markdown and an experiment, none of which changes what is shown today. */
export async function writeLevers(client: PoolClient, today: Date): Promise<void> {
  for (const { id, name, placements, effect, target, startsAt, endsAt, active } of seededRules(today)) {
    await client.query(
      `INSERT INTO merchandising_rule (id, name, placements, effect, target, starts_at, ends_at, active, updated_by, updated_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [id, name, placements, effect, target ?? null, startsAt, endsAt, active, ACTOR, today],
    )
  }
  const { name, collection, percent, startsInDays, lastsDays, minStockAgeDays, minUnits } = SEEDED_MARKDOWN
  await client.query(
    `INSERT INTO markdown (name, collection_id, percent, starts_at, ends_at, min_stock_age_days, min_units, created_by, created_at)
     SELECT $1, id, $2, $3::timestamptz + make_interval(days => $4), $3::timestamptz + make_interval(days => $5), $6, $7, $8, $3
     FROM collection WHERE slug = $9`,
    [name, percent, today, startsInDays, startsInDays + lastsDays, minStockAgeDays, minUnits, ACTOR, collection],
  )
  await writeExperiment(client, today)
}

/** The arms are those that the hash of experiment and person gives: the reading of it is an honest A/A, and says so. */
async function writeExperiment(client: PoolClient, today: Date): Promise<void> {
  const { slug, name, design, startedDaysAgo, stoppedDaysAgo } = SEEDED_EXPERIMENT
  await client.query(
    `INSERT INTO experiment (slug, name, design, state, started_at, stopped_at, updated_by, updated_at)
     VALUES ($1, $2, $3, 'stopped', $4::timestamptz - make_interval(days => $5), $4::timestamptz - make_interval(days => $6), $7,
       $4::timestamptz - make_interval(days => $6))`,
    [slug, name, design, today, startedDaysAgo, stoppedDaysAgo, ACTOR],
  )
  // Whoever was shown something of the front page while it ran met their arm with the first of it.
  const { rows } = await client.query<{ person: string; at: Date }>(
    `SELECT person, min(occurred_at) AS at FROM behaviour_event
     WHERE kind = 'impression' AND signal->'showing'->>'placement' = 'for-you'
       AND occurred_at BETWEEN $1::timestamptz - make_interval(days => $2) AND $1::timestamptz - make_interval(days => $3)
     GROUP BY 1 ORDER BY 1`,
    [today, startedDaysAgo, stoppedDaysAgo],
  )
  await client.query(
    `INSERT INTO experiment_exposure (experiment, person, arm, exposed_at)
     SELECT $1, * FROM unnest($2::text[], $3::text[], $4::timestamptz[])`,
    [
      slug,
      rows.map(({ person }) => person),
      rows.map(({ person }) => assignArm(SEEDED_EXPERIMENT, person)),
      rows.map(({ at }) => at),
    ],
  )
}

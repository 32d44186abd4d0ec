import type { Pool } from 'pg'

export type Exposure = {
  readonly experiment: string
  readonly person: string
  readonly arm: string
  readonly exposedAt: Date
}

/** The first time each person met their arm; later ones change nothing. Experiments that are gone are left out. */
export async function appendExposures(pool: Pool, exposures: readonly Exposure[]): Promise<void> {
  if (exposures.length === 0) return
  await pool.query({
    name: 'exposures-append',
    text: `INSERT INTO experiment_exposure (experiment, person, arm, exposed_at)
           SELECT x.experiment, x.person, x.arm, x.exposed_at
           FROM unnest($1::text[], $2::text[], $3::text[], $4::timestamptz[]) AS x (experiment, person, arm, exposed_at)
           JOIN experiment e ON e.slug = x.experiment ON CONFLICT DO NOTHING`,
    values: [
      exposures.map(({ experiment }) => experiment),
      exposures.map(({ person }) => person),
      exposures.map(({ arm }) => arm),
      exposures.map(({ exposedAt }) => exposedAt),
    ],
  })
}

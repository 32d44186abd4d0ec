import {
  accept,
  type Experiment,
  type ExperimentDesign,
  experimentDesignSchema,
  type LeverStore,
  type MerchandisingRule,
  type Page,
  type Placement,
  type PlacementPlan,
  pageRailsSchema,
  pageSchema,
  placementPlanSchema,
  placementSchema,
  type RailSetting,
  reject,
  ruleDraftSchema,
} from '@selvedge/core'
import type { Pool } from 'pg'
import { modelsNamed } from './models-named'

type RuleRow = {
  id: string
  name: string
  placements: string[]
  effect: unknown
  target: unknown
  starts_at: Date | null
  ends_at: Date | null
  active: boolean
}
type ExperimentRow = {
  slug: string
  name: string
  design: unknown
  state: Experiment['state']
  started_at: Date | null
  stopped_at: Date | null
}

/** Rules, plans and experiments in PostgreSQL. What is read back is parsed: a row somebody wrote by hand is a fault here. */
export const createLeverStore = ({ pool }: { readonly pool: Pool }): LeverStore => ({
  read: async () => {
    const [rules, plans, pages, experiments] = await Promise.all([
      pool.query<RuleRow>('SELECT * FROM merchandising_rule ORDER BY updated_at DESC, id'),
      pool.query<{ placement: string; plan: unknown }>('SELECT placement, plan FROM placement_setting'),
      pool.query<{ page: string; rails: unknown }>('SELECT page, rails FROM page_setting'),
      pool.query<ExperimentRow>('SELECT * FROM experiment ORDER BY updated_at DESC, slug'),
    ])
    return {
      rules: rules.rows.map(ruleOf),
      plans: Object.fromEntries(
        plans.rows.map(({ placement, plan }) => [placementSchema.parse(placement), placementPlanSchema.parse(plan)]),
      ) as Partial<Record<Placement, PlacementPlan>>,
      pages: Object.fromEntries(
        pages.rows.map(({ page, rails }) => [pageSchema.parse(page), pageRailsSchema.parse(rails)]),
      ) as Partial<Record<Page, readonly RailSetting[]>>,
      experiments: experiments.rows.map(experimentOf),
    }
  },

  saveRule: async (id, { name, placements, effect, target, startsAt, endsAt, active }, by) => {
    await pool.query(
      `INSERT INTO merchandising_rule (id, name, placements, effect, target, starts_at, ends_at, active, updated_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
       ON CONFLICT (id) DO UPDATE SET name = excluded.name, placements = excluded.placements, effect = excluded.effect,
         target = excluded.target, starts_at = excluded.starts_at, ends_at = excluded.ends_at, active = excluded.active,
         updated_by = excluded.updated_by, updated_at = clock_timestamp()`,
      [id, name, placements, effect, target ?? null, startsAt ?? null, endsAt ?? null, active, by],
    )
  },

  removeRule: async (id) => {
    const { rowCount } = await pool.query('DELETE FROM merchandising_rule WHERE id = $1', [id])
    return rowCount === 1 ? accept(undefined) : reject({ code: 'RULE_NOT_FOUND', id })
  },

  savePlan: async (placement, plan, by) => {
    await pool.query(
      `INSERT INTO placement_setting (placement, plan, updated_by) VALUES ($1, $2, $3)
       ON CONFLICT (placement) DO UPDATE SET plan = excluded.plan, updated_by = excluded.updated_by,
         updated_at = clock_timestamp()`,
      [placement, plan, by],
    )
  },

  resetPlan: async (placement) => {
    await pool.query('DELETE FROM placement_setting WHERE placement = $1', [placement])
  },

  savePage: async (page, rails, by) => {
    await pool.query(
      `INSERT INTO page_setting (page, rails, updated_by) VALUES ($1, $2, $3)
       ON CONFLICT (page) DO UPDATE SET rails = excluded.rails, updated_by = excluded.updated_by,
         updated_at = clock_timestamp()`,
      [page, JSON.stringify(rails), by],
    )
  },

  resetPage: async (page) => {
    await pool.query('DELETE FROM page_setting WHERE page = $1', [page])
  },

  saveExperiment: async ({ slug, name, design }, by) => {
    const unknown = await unknownModel(pool, design)
    if (unknown !== undefined) return reject({ code: 'MODEL_NOT_FOUND', ...unknown })
    const { rowCount } = await pool.query(
      `INSERT INTO experiment (slug, name, design, state, updated_by) VALUES ($1, $2, $3, 'draft', $4)
       ON CONFLICT (slug) DO UPDATE SET name = excluded.name, design = excluded.design, updated_by = excluded.updated_by,
         updated_at = clock_timestamp() WHERE experiment.state = 'draft'`,
      [slug, name, design, by],
    )
    return rowCount === 1 ? accept(undefined) : reject({ code: 'EXPERIMENT_BEGUN', slug })
  },

  startExperiment: async (slug, by) => {
    const { rowCount } = await pool.query(
      `UPDATE experiment SET state = 'running', started_at = clock_timestamp(), updated_by = $2,
         updated_at = clock_timestamp() WHERE slug = $1 AND state = 'draft'`,
      [slug, by],
    )
    if (rowCount === 1) return accept(undefined)
    const { rowCount: known } = await pool.query('SELECT 1 FROM experiment WHERE slug = $1', [slug])
    return reject({ code: known === 1 ? 'EXPERIMENT_BEGUN' : 'EXPERIMENT_NOT_FOUND', slug })
  },

  stopExperiment: async (slug, by) => {
    const { rowCount } = await pool.query(
      `UPDATE experiment SET state = 'stopped', stopped_at = clock_timestamp(), updated_by = $2,
         updated_at = clock_timestamp() WHERE slug = $1 AND state = 'running'`,
      [slug, by],
    )
    return rowCount === 1 ? accept(undefined) : reject({ code: 'EXPERIMENT_NOT_RUNNING', slug })
  },
})

/** A version of a model that an arm names and nobody stored: its people would be answered by the usual one. */
async function unknownModel(pool: Pool, { arms }: ExperimentDesign) {
  const named = arms.flatMap(({ settings }) => modelsNamed(settings))
  if (named.length === 0) return undefined
  const { rows } = await pool.query<{ name: string; version: string }>(
    `SELECT n.name, n.version FROM unnest($1::text[], $2::text[]) AS n(name, version)
     WHERE NOT EXISTS (SELECT 1 FROM model_artefact m WHERE m.name = n.name AND m.version = n.version) LIMIT 1`,
    [named.map(({ name }) => name), named.map(({ version }) => version)],
  )
  return rows[0]
}

const ruleOf = (row: RuleRow): MerchandisingRule => ({
  id: row.id,
  ...ruleDraftSchema.parse({
    name: row.name,
    placements: row.placements,
    effect: row.effect,
    ...(row.target === null ? {} : { target: row.target }),
    ...(row.starts_at === null ? {} : { startsAt: row.starts_at }),
    ...(row.ends_at === null ? {} : { endsAt: row.ends_at }),
    active: row.active,
  }),
})

const experimentOf = ({ slug, name, design, state, started_at, stopped_at }: ExperimentRow): Experiment => ({
  slug,
  name,
  design: experimentDesignSchema.parse(design),
  state,
  startedAt: started_at ?? undefined,
  stoppedAt: stopped_at ?? undefined,
})

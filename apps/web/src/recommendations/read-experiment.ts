import {
  accept,
  type ExperimentReadingView,
  type FeedFigures,
  HOLDOUT,
  type LeverRejection,
  type LeverStore,
  type Result,
  reject,
} from '@selvedge/core'
import type { LiveEngine } from '@selvedge/db'
import { type Comparison, momentsOf, readExperiment } from '@selvedge/recs'

/** An effect that would matter, as a share of a person's outcome: what the always-valid interval is tuned to. */
const TAU = 0.05

/** What an experiment says so far, from its people's behaviour; and what keeps it from being conducted. */
export const createExperimentReader =
  (deps: {
    readonly levers: Pick<LeverStore, 'read'>
    readonly figures: Pick<FeedFigures, 'outcomes'>
    readonly engine: Pick<LiveEngine, 'armsMissing'>
  }) =>
  async (slug: string): Promise<Result<ExperimentReadingView, LeverRejection>> => {
    const experiment = (await deps.levers.read()).experiments.find((one) => one.slug === slug)
    if (!experiment) return reject({ code: 'EXPERIMENT_NOT_FOUND', slug })
    const { arms, alpha, guardrail } = experiment.design
    const people = await deps.figures.outcomes(slug)
    const results = arms.map((arm) => {
      const own = people.filter((person) => person.arm === arm.slug)
      return {
        slug: arm.slug,
        weight: arm.weight,
        outcome: momentsOf(own),
        guardrail: momentsOf(own.map((person) => ({ outcome: person.guardrail, before: 0 }))),
      }
    })
    const {
      ratio,
      varianceTaken,
      arms: read,
    } = readExperiment(results, {
      alpha,
      maxRisePercent: guardrail.maxRisePercent,
      tau: TAU,
    })
    return accept({
      ratio,
      varianceTaken,
      holdoutPeople: people.filter(({ arm }) => arm === HOLDOUT).length,
      missingArms: [...(deps.engine.armsMissing().get(slug) ?? [])],
      arms: read.map(({ against, lookedAtOnce, ...arm }) => ({
        ...arm,
        ...(against ? { against: ended(against) } : {}),
        ...(lookedAtOnce ? { lookedAtOnce: ended(lookedAtOnce) } : {}),
      })),
    })
  }

/** An end that lies at infinity is left out: JSON has no word for it. */
function ended({ difference, low, high, isDecided }: Comparison) {
  return {
    difference,
    isDecided,
    ...(Number.isFinite(low) ? { low } : {}),
    ...(Number.isFinite(high) ? { high } : {}),
  }
}

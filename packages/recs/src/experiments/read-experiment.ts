import { type Comparison, compareAlwaysValid, compareOnce } from './always-valid'
import { adjustByPast } from './cuped'
import { type ArmMoments, meanAndVariance } from './moments'
import { checkSampleRatio, type SampleRatio } from './sample-ratio'

export type ArmResult = {
  readonly slug: string
  readonly weight: number
  readonly outcome: ArmMoments
  readonly guardrail: ArmMoments
}

export type ReadArm = {
  readonly slug: string
  readonly people: number
  readonly mean: number
  readonly guardrailMean: number
  /** Against the first arm; absent for it. */
  readonly against?: Comparison
  /** What a single look would say; not to be decided by. */
  readonly lookedAtOnce?: Comparison
  /** Whether the guardrail rose by more than was allowed beyond doubt, or may have. */
  readonly guardrail?: 'kept' | 'open' | 'broken'
}

export type ExperimentReading = {
  readonly ratio: SampleRatio
  /** Share of the variance that the past explains, 0 to 1. */
  readonly varianceTaken: number
  readonly arms: readonly ReadArm[]
}

/**
 * What an experiment says so far. The outcome is adjusted by the people's own past, intervals may be looked at as often
 * as one likes, and a broken sample ratio says that nothing here can be believed.
 */
export function readExperiment(
  arms: readonly ArmResult[],
  { alpha, maxRisePercent, tau }: { alpha: number; maxRisePercent: number; tau: number },
): ExperimentReading {
  const adjusted = adjustByPast(arms.map((arm) => arm.outcome)).arms
  const plain = arms.map((arm) => meanAndVariance(arm.outcome).variance)
  const guards = arms.map((arm) => ({ people: arm.guardrail.people, ...meanAndVariance(arm.guardrail) }))
  const ratio = checkSampleRatio(
    arms.map((arm) => arm.outcome.people),
    arms.map((arm) => arm.weight),
  )
  const before = plain.reduce((sum, variance) => sum + variance, 0)
  const after = adjusted.reduce((sum, { variance }) => sum + variance, 0)
  const [control, guard] = [adjusted[0], guards[0]]
  return {
    ratio,
    varianceTaken: before > 0 ? Math.max(0, 1 - after / before) : 0,
    arms: arms.map(({ slug }, at) => {
      const [own, ownGuard] = [adjusted[at], guards[at]]
      const facts = { slug, people: own?.people ?? 0, mean: own?.mean ?? 0, guardrailMean: ownGuard?.mean ?? 0 }
      if (at === 0 || !control || !guard || !own || !ownGuard) return facts
      const rise = compareAlwaysValid(guard, ownGuard, alpha, tau)
      const allowed = (guard.mean * maxRisePercent) / 100
      return {
        ...facts,
        against: compareAlwaysValid(control, own, alpha, tau),
        lookedAtOnce: compareOnce(control, own),
        guardrail: rise.low > allowed ? 'broken' : rise.high <= allowed ? 'kept' : 'open',
      }
    }),
  }
}

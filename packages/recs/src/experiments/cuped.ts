import { type ArmMoments, meanAndVariance } from './moments'

export type Adjusted = { readonly people: number; readonly mean: number; readonly variance: number }

/**
 * CUPED (Deng, Xu, Kohavi & Walker 2013): outcomes less θ times what the same people did before, θ = cov(y, x) / var(x)
 * over all arms together, so that no arm is favoured. The variance falls by the square of the correlation; the difference
 * of the means stays unbiased, since the arms were alike before.
 */
export function adjustByPast(arms: readonly ArmMoments[]): {
  readonly theta: number
  readonly arms: readonly Adjusted[]
} {
  const all = arms.reduce(add, EMPTY)
  const covariance = covarianceOf(all)
  const past = meanAndVariance({ people: all.people, sum: all.before, squares: all.beforeSquares })
  const theta = past.variance > 0 ? covariance / past.variance : 0
  return {
    theta,
    arms: arms.map((arm) => {
      const outcome = meanAndVariance(arm)
      const before = meanAndVariance({ people: arm.people, sum: arm.before, squares: arm.beforeSquares })
      const variance = outcome.variance + theta * theta * before.variance - 2 * theta * covarianceOf(arm)
      return {
        people: arm.people,
        mean: outcome.mean - theta * (before.mean - past.mean),
        variance: Math.max(0, variance),
      }
    }),
  }
}

const EMPTY: ArmMoments = { people: 0, sum: 0, squares: 0, before: 0, beforeSquares: 0, crossed: 0 }

const add = (a: ArmMoments, b: ArmMoments): ArmMoments => ({
  people: a.people + b.people,
  sum: a.sum + b.sum,
  squares: a.squares + b.squares,
  before: a.before + b.before,
  beforeSquares: a.beforeSquares + b.beforeSquares,
  crossed: a.crossed + b.crossed,
})

const covarianceOf = ({ people, sum, before, crossed }: ArmMoments): number =>
  people < 2 ? 0 : (crossed - (sum * before) / people) / (people - 1)

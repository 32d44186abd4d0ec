import { sum } from './weekly-series'

/** Units of prior belief a curve counts for against what was seen. */
const CURVE_WEIGHT = 30

/**
 * Shares of a style's demand over its sizes: the curve of its kind, bent by what was sold of the style itself as far as
 * that says something (the mean of a Dirichlet posterior with the curve as prior of 30 units). Shares sum to 1.
 */
export const sizeShares = (curve: readonly number[], sold: readonly number[]): readonly number[] => {
  const [weight, units] = [sum(curve), sum(sold)]
  return curve.map((share, nth) => {
    const prior = weight > 0 ? share / weight : 1 / curve.length
    return (CURVE_WEIGHT * prior + (sold[nth] ?? 0)) / (CURVE_WEIGHT + units)
  })
}

export type SampleRatio = {
  /** Pearson's chi-square over the arms. */
  readonly chiSquare: number
  /** Probability of a ratio as far off or further if assignment works. */
  readonly p: number
  /** Below the threshold everybody uses for this check (Fabijan et al. 2019): the experiment cannot be read. */
  readonly isBroken: boolean
}

const BROKEN_BELOW = 0.0005

/** Whether people fell into the arms as the weights say. */
export function checkSampleRatio(counts: readonly number[], weights: readonly number[]): SampleRatio {
  const total = counts.reduce((sum, count) => sum + count, 0)
  const weight = weights.reduce((sum, one) => sum + one, 0)
  if (total === 0 || weight <= 0 || counts.length < 2) return { chiSquare: 0, p: 1, isBroken: false }
  let chiSquare = 0
  for (const [arm, count] of counts.entries()) {
    const expected = (total * (weights[arm] ?? 0)) / weight
    if (expected > 0) chiSquare += (count - expected) ** 2 / expected
  }
  const p = chiSquareTail(chiSquare, counts.length - 1)
  return { chiSquare, p, isBroken: p < BROKEN_BELOW }
}

/** P(X > x) for chi-square with `k` degrees of freedom: the upper regularised incomplete gamma function Q(k/2, x/2). */
export function chiSquareTail(x: number, k: number): number {
  return x <= 0 ? 1 : upperGamma(k / 2, x / 2)
}

/** Q(a, x) by its series below a + 1 and by its continued fraction (modified Lentz) above. */
function upperGamma(a: number, x: number): number {
  const front = Math.exp(-x + a * Math.log(x) - logGamma(a))
  if (x < a + 1) {
    let [sum, term] = [1 / a, 1 / a]
    for (let n = 1; n < 500 && term > sum * 1e-15; n++) {
      term *= x / (a + n)
      sum += term
    }
    return 1 - front * sum
  }
  let b = x + 1 - a
  let [c, d] = [1e300, 1 / b]
  let h = d
  for (let n = 1; n < 500; n++) {
    const an = -n * (n - a)
    b += 2
    d = 1 / (an * d + b)
    c = b + an / c
    const change = d * c
    h *= change
    if (Math.abs(change - 1) < 1e-14) break
  }
  return front * h
}

/** ln Γ(x) by Stirling's series after moving x above 10. */
function logGamma(x: number): number {
  let [shift, at] = [0, x]
  while (at < 10) {
    shift -= Math.log(at)
    at += 1
  }
  const inverse = 1 / at
  const series = inverse / 12 - inverse ** 3 / 360 + inverse ** 5 / 1260
  return shift + (at - 0.5) * Math.log(at) - at + 0.5 * Math.log(2 * Math.PI) + series
}

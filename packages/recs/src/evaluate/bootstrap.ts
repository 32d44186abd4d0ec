import type { Random } from '../random'

/**
 * The 95 % percentile interval of a mean (Efron 1979): users are drawn again with replacement, `rounds` times.
 */
export function bootstrapInterval(
  values: Float64Array,
  random: Random,
  rounds = 500,
): { readonly low: number; readonly high: number } {
  const means = new Float64Array(rounds)
  for (let round = 0; round < rounds; round++) {
    let sum = 0
    for (let draw = 0; draw < values.length; draw++) sum += values[Math.floor(random() * values.length)] ?? 0
    means[round] = values.length === 0 ? 0 : sum / values.length
  }
  means.sort()
  return { low: means[Math.floor(rounds * 0.025)] ?? 0, high: means[Math.ceil(rounds * 0.975) - 1] ?? 0 }
}

import { countPairs } from './count-pairs'
import type { TogetherModel } from './model'

export type TrainOptions = {
  /** Neighbours kept for a product. */
  readonly neighbours?: number
  /** Baskets a pair has to share before it counts at all. */
  readonly minSupport?: number
  /** λ of the shrinkage below, in baskets: the more, the longer a pair has to prove itself. */
  readonly shrinkage?: number
}

/**
 * Which products are bought together, from baskets of product ids (repeats within a basket count once).
 *
 * With N baskets, n_a and n_b of them with each product and n_ab with both: support n_ab, confidence n_ab / n_a
 * (Agrawal, Imieliński & Swami 1993), lift n_ab · N / (n_a · n_b) (the "interest" of Brin, Motwani, Ullman & Tsur
 * 1997). Lift flatters pairs seen once or twice, so neighbours are ranked by its shrunken form
 *
 *   score = (n_ab + λ) / (n_a · n_b / N + λ),
 *
 * the posterior mean of the relative rate under a Gamma(λ, λ) prior around "no relation" (one component of DuMouchel's
 * gamma-Poisson shrinker, 1999). Only pairs bought together more often than by chance (score > 1) are kept.
 * Deterministic: ties go to the larger support, then the smaller id.
 */
export function trainBoughtTogether(baskets: Iterable<readonly number[]>, options: TrainOptions = {}): TogetherModel {
  const { neighbours = 40, minSupport = 2, shrinkage = 2 } = options
  const { basketCount, items, counts, pairs } = countPairs(baskets)
  const offsets = new Int32Array(items.length + 1)
  const found: Pair[] = []
  for (let a = 0; a < items.length; a++) {
    const ofItem: Pair[] = []
    for (const [b, support] of pairs[a] ?? []) {
      if (support < minSupport) continue
      const expected = ((counts[a] ?? 0) * (counts[b] ?? 0)) / basketCount
      const score = (support + shrinkage) / (expected + shrinkage)
      if (score > 1) ofItem.push({ b, support, score })
    }
    ofItem.sort((x, y) => y.score - x.score || y.support - x.support || x.b - y.b)
    for (const pair of ofItem.slice(0, neighbours)) found.push(pair)
    offsets[a + 1] = found.length
  }
  return {
    basketCount,
    items,
    counts,
    offsets,
    neighbours: Int32Array.from(found, (pair) => pair.b),
    support: Int32Array.from(found, (pair) => pair.support),
    scores: Float32Array.from(found, (pair) => pair.score),
  }
}

type Pair = { readonly b: number; readonly support: number; readonly score: number }

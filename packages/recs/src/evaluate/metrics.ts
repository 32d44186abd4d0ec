/** Figures of one list against what its user really took. Relevance is binary. */
export type ListMetrics = {
  readonly recall: number
  readonly precision: number
  readonly ndcg: number
  readonly mrr: number
  readonly hr: number
  readonly map: number
}

export const METRICS = [
  'recall',
  'precision',
  'ndcg',
  'mrr',
  'hr',
  'map',
] as const satisfies readonly (keyof ListMetrics)[]

/**
 * The figures of the first `k` of a ranking, with `relevant` the items taken:
 *
 * recall = hits / |relevant|, precision = hits / k, hr = 1 with a hit, mrr = 1 / rank of the first hit;
 * ndcg = Σ_hits 1 / log2(rank + 1), divided by the same sum of an ideal list of min(k, |relevant|) hits
 * (Järvelin & Kekäläinen 2002, binary gains); map = Σ_hits precision at the hit / min(k, |relevant|).
 */
export function listMetrics(ranking: ArrayLike<number>, relevant: ReadonlySet<number>, k: number): ListMetrics {
  const ideal = Math.min(k, relevant.size)
  if (ideal === 0) return { recall: 0, precision: 0, ndcg: 0, mrr: 0, hr: 0, map: 0 }
  let [hits, gain, precisions, first] = [0, 0, 0, 0]
  for (let at = 0; at < Math.min(k, ranking.length); at++) {
    if (!relevant.has(ranking[at] ?? -1)) continue
    hits++
    gain += discount(at)
    precisions += hits / (at + 1)
    if (first === 0) first = at + 1
  }
  let idealGain = 0
  for (let at = 0; at < ideal; at++) idealGain += discount(at)
  return {
    recall: hits / relevant.size,
    precision: hits / k,
    ndcg: gain / idealGain,
    mrr: first === 0 ? 0 : 1 / first,
    hr: hits > 0 ? 1 : 0,
    map: precisions / ideal,
  }
}

const discount = (at: number): number => 1 / Math.log2(at + 2)

import { createPlainScan, createScan, placeFit, type Scan } from '@selvedge/recs'
import { drawFit, drawRanker, drawShop, drawShopper, rankingStep } from '@selvedge/recs/testing'
import { median, quantile } from './harness/figures'
import type { BenchOptions } from './harness/options'
import { report, say } from './harness/report'

const PRODUCTS = 20_000
const SHOPPERS = 200
const ROUNDS = 3
const DIMENSIONS = 64
const WEARING = { worn: [{ size: 'M', outcome: 'fit' as const }], body: { heightCm: 172 } }

/** Milliseconds of each of so many calls, after as many that let the compiler settle. */
function timed(calls: number, call: (n: number) => unknown): number[] {
  for (let n = 0; n < calls; n += 1) call(n)
  return Array.from({ length: calls }, (_, n) => {
    const at = performance.now()
    call(n)
    return performance.now() - at
  })
}

type Pair = { readonly p50: number; readonly p99: number; readonly plainP50: number; readonly plainP99: number }

/** Ours and the plain way in turn, three times over: medians, since the machine is shared. */
function pairs(calls: number, ours: (n: number) => unknown, plain: (n: number) => unknown): Pair {
  const rounds = Array.from({ length: ROUNDS }, () => [timed(calls, ours), timed(calls, plain)] as const)
  const of = (which: 0 | 1, q: number): number => median(rounds.map((round) => quantile(round[which], q)))
  return { p50: of(0, 0.5), p99: of(0, 0.99), plainP50: of(1, 0.5), plainP99: of(1, 0.99) }
}

/** The two steps of an answer that grow with what is looked at: ranking of candidates, scans over the catalogue. */
export const recsRank = async ({ quick }: BenchOptions): Promise<void> => {
  const calls = quick ? 200 : 1_000
  const drawn = drawShop(PRODUCTS, 5)
  const fit = placeFit(drawn.table, drawFit(PRODUCTS, 9), { clothes: 0, shoes: 1 })
  const state = { ...drawn, models: { ...drawn.models, fit } }
  const step = rankingStep(state, drawRanker(3))
  const shoppers = Array.from({ length: SHOPPERS }, (_, n) => drawShopper(n + 1, PRODUCTS, { wearing: WEARING }))
  const shopper = (n: number) => shoppers[n % SHOPPERS] ?? drawShopper(1, PRODUCTS)
  const ranking = pairs(
    calls,
    (n) => step.rank(shopper(n)),
    (n) => step.rankPlainly(shopper(n)),
  )
  say(
    `${step.candidates} candidates ranked: p50 ${ranking.p50.toFixed(2)} ms, p99 ${ranking.p99.toFixed(2)} ms; plainly p50 ${ranking.plainP50.toFixed(2)} ms`,
  )
  const metrics: Record<string, number> = {
    rank_500_p50_ms: ranking.p50,
    rank_500_p99_ms: ranking.p99,
    ratio_vs_plain_ranking: ranking.plainP50 / ranking.p50,
  }
  const baseline: Record<string, number> = { rank_500_p50_ms: ranking.plainP50, rank_500_p99_ms: ranking.plainP99 }
  for (const items of [10_000, 100_000]) {
    const { p50, p99, plainP50, plainP99 } = scans(items, Math.max(50, calls / 4))
    metrics[`scan_${items}_p50_ms`] = p50
    metrics[`scan_${items}_p99_ms`] = p99
    metrics[`scan_${items}_ratio_vs_plain`] = plainP50 / p50
    baseline[`scan_${items}_p50_ms`] = plainP50
    baseline[`scan_${items}_p99_ms`] = plainP99
    say(
      `${items} vectors of ${DIMENSIONS} scanned: p50 ${p50.toFixed(3)} ms, p99 ${p99.toFixed(3)} ms; plainly p50 ${plainP50.toFixed(3)} ms`,
    )
  }
  report('recs-rank', metrics, baseline)
}

function scans(items: number, calls: number): Pair {
  const matrix = Float32Array.from({ length: items * DIMENSIONS }, (_, at) => Math.sin(at))
  const vectors = Array.from({ length: 16 }, (_, n) =>
    Float32Array.from({ length: DIMENSIONS }, (__, d) => Math.cos(n * DIMENSIONS + d)),
  )
  const with16 = (scan: Scan) => (n: number) => scan(vectors[n % 16] ?? new Float32Array(DIMENSIONS))
  return pairs(calls, with16(createScan(matrix, DIMENSIONS)), with16(createPlainScan(matrix, DIMENSIONS)))
}

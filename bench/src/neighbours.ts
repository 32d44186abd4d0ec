import {
  advanceNeighbours,
  basisOf,
  type CountedNeighbours,
  countNeighbours,
  graphFilter,
  type ItemNeighbours,
  interactionsOf,
  judgeOnNewest,
  matrixOfBasis,
  type NeighbourBasis,
  newestPart,
} from '@selvedge/recs'
import { median } from './harness/figures'
import type { BenchOptions } from './harness/options'
import { report, say } from './harness/report'
import { drawShopping } from './neighbours/draw-shopping'

const ORDERS = 100_000
const KEPT = { neighbours: 100 }
/** People who did something since: of five minutes of a shop of this size, of an hour or two, of a rush. */
const BATCHES = [10, 100, 1_000]

const timed = <T>(work: () => T): { readonly ms: number; readonly answer: T } => {
  const at = performance.now()
  const answer = work()
  return { ms: performance.now() - at, answer }
}

/** Neighbours of pieces counted whole, and brought up to date by what a few people did: both in memory, without a database. */
export const neighbours = async ({ quick }: BenchOptions): Promise<void> => {
  const rounds = quick ? 3 : 7
  const shopping = drawShopping(quick ? ORDERS / 10 : ORDERS, 11)
  const whole = Array.from({ length: 3 }, () => timed(() => trainedOn(basisOf(shopping.pairs))))
  const fullMs = median(whole.map(({ ms }) => ms))
  const known = whole[0]?.answer ?? trainedOn(basisOf([]))
  const judgeMs = timed(() => judged(known.basis)).ms
  say(
    `${shopping.orders} orders and ${shopping.looks} looks of ${known.basis.people.length} people, ${known.basis.items.length} pairs, ${known.model.itemIds.length} pieces`,
  )
  say(`counted whole: ${fullMs.toFixed(0)} ms; judged on what came last: ${judgeMs.toFixed(0)} ms more`)
  const metrics: Record<string, number> = {
    pairs: known.basis.items.length,
    basis_mb: (known.basis.items.byteLength + known.basis.people.byteLength + known.basis.offsets.byteLength) / 1e6,
  }
  const baseline: Record<string, number> = { full_ms: fullMs, judge_ms: judgeMs }
  for (const people of BATCHES) {
    const runs = Array.from({ length: rounds }, () => {
      const now = shopping.nextBatch(people, known.basis)
      return timed(() => advanceNeighbours(known, now, KEPT))
    })
    const ms = median(runs.map((run) => run.ms))
    const { anew, corrected } = runs[0]?.answer ?? { anew: 0, corrected: 0 }
    metrics[`refresh_${people}_ms`] = ms
    metrics[`refresh_${people}_ratio_vs_full`] = fullMs / ms
    metrics[`refresh_${people}_rows_anew`] = anew
    metrics[`refresh_${people}_rows_corrected`] = corrected
    for (const { answer } of runs) assertSame(answer)
    say(
      `${people} people since: ${ms.toFixed(0)} ms, ${(fullMs / ms).toFixed(1)}x; ${anew} rows counted anew, ${corrected} put right; each the same as counted whole`,
    )
  }
  report('neighbours', metrics, baseline)
}

const trainedOn = (basis: NeighbourBasis): CountedNeighbours => ({ basis, model: countNeighbours(basis, KEPT) })

/** What a training does beside counting: four fifths known, the rest foretold. */
function judged(basis: NeighbourBasis): unknown {
  const { data } = matrixOfBasis(basis)
  const rows = Array.from({ length: data.userCount }, (_, user) =>
    Array.from(data.items.subarray(data.offsets[user], data.offsets[user + 1]), (item, nth) => ({
      user,
      item,
      time: (user * 7_919 + nth) % 1_000,
    })),
  ).flat()
  const part = newestPart(rows, interactionsOf(rows, data))
  return judgeOnNewest(graphFilter(part.known), part)
}

/** A refresh that says something else than counting everything is no refresh, however quick. */
function assertSame({ basis, model }: CountedNeighbours): void {
  const anew = countNeighbours(basis, KEPT)
  const isSame = (['itemIds', 'offsets', 'neighbours', 'scores'] as const).every((array: keyof ItemNeighbours) =>
    Buffer.from(model[array].buffer, model[array].byteOffset, model[array].byteLength).equals(
      Buffer.from(anew[array].buffer, anew[array].byteOffset, anew[array].byteLength),
    ),
  )
  if (!isSame) throw new Error('the refreshed neighbours are not those of a whole count')
}

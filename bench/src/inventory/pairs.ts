import { median } from '../harness/figures'
import type { LoadResult } from '../harness/load'
import { say } from '../harness/report'

const line = (what: string, run: LoadResult): void =>
  say(
    `  ${what.padEnd(34)} ${String(Math.round(run.perS)).padStart(7)} holds/s   p50 ${run.p50Ms.toFixed(1)} ms   p99 ${run.p99Ms.toFixed(1)} ms`,
  )

export type Compared = {
  readonly ratio: number
  readonly perS: number
  readonly p50Ms: number
  readonly p99Ms: number
  readonly theirsPerS: number
  readonly theirsP50Ms: number
  readonly theirsP99Ms: number
}

/** Runs ours and theirs in turns, `pairs` times each; medians, and the median of the pairs' ratios. */
export const inPairs = async (
  pairs: number,
  names: readonly [ours: string, theirs: string],
  ours: () => Promise<LoadResult>,
  theirs: () => Promise<LoadResult>,
): Promise<Compared> => {
  const runs: { ours: LoadResult; theirs: LoadResult }[] = []
  for (let pair = 0; pair < pairs; pair += 1) {
    const run = { ours: await ours(), theirs: await theirs() }
    line(names[0], run.ours)
    line(names[1], run.theirs)
    runs.push(run)
  }
  const of = (figure: (run: { ours: LoadResult; theirs: LoadResult }) => number): number => median(runs.map(figure))
  return {
    ratio: of((run) => run.ours.perS / run.theirs.perS),
    perS: of((run) => run.ours.perS),
    p50Ms: of((run) => run.ours.p50Ms),
    p99Ms: of((run) => run.ours.p99Ms),
    theirsPerS: of((run) => run.theirs.perS),
    theirsP50Ms: of((run) => run.theirs.p50Ms),
    theirsP99Ms: of((run) => run.theirs.p99Ms),
  }
}

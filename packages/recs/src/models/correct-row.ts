import { type Best, BestKeeper } from './best'
import type { FilterRows } from './filter-rows'

/**
 * Puts single neighbours of a row right. Undefined where that cannot be known from the row: a full one has forgotten what
 * stood behind its last, and one of its own has fallen back behind that.
 */
export function createRowCorrection(
  itemCount: number,
  { kept, score }: Pick<FilterRows, 'kept' | 'score'>,
): (item: number, row: Best, corrections: readonly number[]) => Best | undefined {
  const isCorrected = new Uint8Array(itemCount)
  const keeper = new BestKeeper(kept)
  /** Whether a full row changes at all: most of what is a little more popular now stood behind its last and still does. */
  const isReached = (item: number, row: Best, corrections: readonly number[]): boolean => {
    const last = row.scores.at(-1) ?? 0
    for (let at = 0; at < corrections.length; at += 2) {
      const other = corrections[at] ?? 0
      if (score(item, other, corrections[at + 1] ?? 0) >= last || row.places.includes(other)) return true
    }
    return false
  }
  return (item, row, corrections) => {
    if (row.places.length === kept && !isReached(item, row, corrections)) return row
    for (let at = 0; at < corrections.length; at += 2) {
      const other = corrections[at] ?? 0
      isCorrected[other] = 1
      keeper.offer(other, score(item, other, corrections[at + 1] ?? 0))
    }
    for (const [at, other] of row.places.entries()) {
      if (isCorrected[other] === 0) keeper.offer(other, row.scores[at] ?? 0)
    }
    for (let at = 0; at < corrections.length; at += 2) isCorrected[corrections[at] ?? 0] = 0
    const corrected = keeper.take()
    const isFull = row.places.length === kept
    return isFull && fallsBehind(corrected, row) ? undefined : corrected
  }
}

/** Whether the last of a row stands behind the last that stood there before. */
function fallsBehind(row: Best, before: Best): boolean {
  const [score, was] = [row.scores.at(-1) ?? 0, before.scores.at(-1) ?? 0]
  return score < was || (score === was && (row.places.at(-1) ?? 0) > (before.places.at(-1) ?? 0))
}

import type { ClickSession } from '../datasets/sessions'
import { trainSessionIndex } from '../models/session-index'
import { type SessionOptions, sessionNeighbours } from '../models/session-neighbours'
import { seededRandom } from '../random'
import { type NextItemSummary, predictNextItems } from './next-item'

export type SessionTrial = { readonly parameters: Required<SessionOptions>; readonly hr: number; readonly mrr: number }

export type SessionEvaluation = NextItemSummary & {
  readonly parameters: Required<SessionOptions>
  readonly trials: readonly SessionTrial[]
}

export type SessionParts = {
  readonly train: readonly ClickSession[]
  readonly valid: readonly ClickSession[]
  readonly test: readonly ClickSession[]
}

/** What is searched over, all of it on validation: the ranges of the paper's own search, thinned. */
export const SESSION_GRID: readonly Required<SessionOptions>[] = [500, 1_500, 5_000].flatMap((recentSessions) =>
  [50, 100, 250, 500].flatMap((neighbours) =>
    [2, 3, 4, 6].flatMap((lastItems) =>
      [0, 0.5, 1, 2].map((idfWeight) => ({ recentSessions, neighbours, lastItems, idfWeight })),
    ),
  ),
)

/**
 * VMIS-kNN, chosen on validation by MRR and then run once on test. The final index holds train and valid: what came
 * before the test is known by then.
 */
export function evaluateSessions(parts: SessionParts, { k, seed }: { k: number; seed: number }): SessionEvaluation {
  const { train, valid, test } = parts
  const index = trainSessionIndex(train)
  const trials = SESSION_GRID.map((parameters) => {
    const { metrics } = predictNextItems(sessionNeighbours(index, parameters), valid, { k, random: seededRandom(seed) })
    return { parameters, hr: metrics[`hr_at_${k}`] ?? 0, mrr: metrics[`mrr_at_${k}`] ?? 0 }
  })
  const best = trials.reduce((one, other) => (other.mrr > one.mrr ? other : one))
  const final = sessionNeighbours(trainSessionIndex([...train, ...valid]), best.parameters)
  const summary = predictNextItems(final, test, { k, random: seededRandom(seed) })
  return { ...summary, parameters: best.parameters, trials }
}

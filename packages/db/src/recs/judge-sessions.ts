import {
  type OfflineFigures,
  type PastSession,
  predictNextItems,
  seededRandom,
  sessionNeighbours,
  trainSessionIndex,
} from '@selvedge/recs'

const KNOWN_SHARE = 0.8
const LIST = 20
/** Visits a judgement walks through, the newest ones. */
const VISITS_MAX = 2_000

/** How often the next piece of a later visit is among twenty that an index of the earlier visits names. */
export function judgeSessions(sessions: readonly PastSession[]): OfflineFigures {
  const cut = Math.floor(sessions.length * KNOWN_SHARE)
  const later = sessions.slice(cut).slice(-VISITS_MAX)
  const { steps, metrics } = predictNextItems(sessionNeighbours(trainSessionIndex(sessions.slice(0, cut))), later, {
    k: LIST,
    random: seededRandom(1),
  })
  const { [`hr_at_${LIST}`]: hr = 0, [`mrr_at_${LIST}`]: mrr = 0 } = metrics
  return steps === 0 ? {} : { [`hr_at_${LIST}`]: hr, [`mrr_at_${LIST}`]: mrr, steps }
}

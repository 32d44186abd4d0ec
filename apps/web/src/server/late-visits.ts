import { believed } from './believed'

/** So long nothing is tried again: whatever was away at the sign-in may be away for longer. */
const AGAIN_AFTER_MS = 30_000

export type LateVisitsDeps = {
  /** Answers whether all of the visit is the user's now. */
  readonly mergeVisitor: (visitorId: string, userId: string) => Promise<boolean>
  readonly nowMs: () => number
}

/**
 * Brings a visit to its account that could not come along whole at sign-in. The requests of one page share one try, and
 * who asks again soon is told what came of it.
 */
export const lateVisits = ({ mergeVisitor, nowMs }: LateVisitsDeps): LateVisitsDeps['mergeVisitor'] => {
  const tries = believed({
    ask: (visit: `${string} ${string}`) => {
      const [visitorId = '', userId = ''] = visit.split(' ')
      return mergeVisitor(visitorId, userId)
    },
    forMs: AGAIN_AFTER_MS,
    nowMs,
  })
  return (visitorId, userId) => tries.of(`${visitorId} ${userId}`)
}

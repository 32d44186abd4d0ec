import type { Destination, Place } from './place'

/** A record that may give units for a line, as a rule sees it. */
export type Candidate = {
  readonly recordId: number
  readonly locationId: number
  /** Available to sell here, whole units, not negative. */
  readonly available: number
  /** Units kept back here by its safety stock, for the explanation. */
  readonly kept?: number
  readonly place?: Place
  /** When its oldest units came in, epoch milliseconds; known only where a channel drains the oldest first. */
  readonly receivedAtMs?: number
}

/** The line a rule scores candidates for. */
export type Demand = {
  readonly units: number
  readonly destination?: Destination
  /** Places that send a parcel of this request already. */
  readonly sending: ReadonlySet<number>
}

/** Lower is better; the same input gives the same score. Scores of one rule are compared with each other only. */
export type ScoreRule = (candidate: Candidate, demand: Demand) => number

/** What is not known goes last, behind everything that is. */
export const UNKNOWN_SCORE = Number.MAX_SAFE_INTEGER

import { type ScoreRule, UNKNOWN_SCORE } from '../candidate'

/** What has lain longest goes first: the day its oldest units came in, in whole days, so that an hour decides nothing. */
export const drainOldest: ScoreRule = ({ receivedAtMs }) =>
  receivedAtMs === undefined ? UNKNOWN_SCORE : Math.floor(receivedAtMs / 86_400_000)

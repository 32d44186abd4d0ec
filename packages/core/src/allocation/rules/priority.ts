import { type ScoreRule, UNKNOWN_SCORE } from '../candidate'

/** The order of places that staff have set on the locations. */
export const priority: ScoreRule = ({ place }) => place?.priority ?? UNKNOWN_SCORE

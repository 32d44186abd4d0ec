import { degreesOf, type Interactions, transpose } from '../interactions/interactions'
import type { UserScorer } from './user-scorer'

/** The same list for everybody: items by the number of users who took them. */
export function popularityScorer(data: Interactions): UserScorer {
  const popularity = Float32Array.from(degreesOf(transpose(data)))
  return { score: (_items, _user, into) => into.set(popularity) }
}

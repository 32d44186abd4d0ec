import { type ScoreRule, UNKNOWN_SCORE } from '../candidate'
import { distanceKm } from '../distance'

/** Kilometres to the destination. Before there is one (a bag without an address) every place is equally near. */
export const nearest: ScoreRule = ({ place }, { destination }) => {
  if (!destination) return 0
  return (place && distanceKm(place, destination)) ?? UNKNOWN_SCORE
}

import type { ScoreRule } from '../candidate'

/**
 * Parcels this candidate would add if the line were filled by units of its size: one that has all and sends a parcel
 * anyway adds none. Where nobody has all, the largest first is what needs the fewest places.
 */
export const fewestParcels: ScoreRule = ({ available, locationId }, { units, sending }) => {
  const missing = Math.max(0, units - available)
  return missing * 2 + (sending.has(locationId) ? 0 : 1)
}

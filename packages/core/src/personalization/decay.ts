import { DIMENSIONS } from './dimensions'
import { type Affinities, emptyAffinities, type Profile } from './profile'

/** Evidence of taste counts half after a month, that of a visit after twenty minutes. */
export const TASTE_HALF_LIFE_MS = 30 * 86_400_000
export const INTENT_HALF_LIFE_MS = 20 * 60_000
/** Sizes change slowly. */
export const SIZE_HALF_LIFE_MS = 365 * 86_400_000

/** Below this, evidence is forgotten: it no longer moves an order of pieces. */
export const FORGOTTEN = 0.005

/** `2^(-elapsed / halfLife)`; 1 for no time or less. */
export const decayFactor = (elapsedMs: number, halfLifeMs: number): number =>
  elapsedMs <= 0 ? 1 : 2 ** (-elapsedMs / halfLifeMs)

export function decayRecord(record: Readonly<Record<string, number>>, factor: number): Record<string, number> {
  const decayed: Record<string, number> = {}
  for (const value in record) {
    const left = (record[value] ?? 0) * factor
    if (Math.abs(left) >= FORGOTTEN) decayed[value] = left
  }
  return decayed
}

export function decayAffinities(affinities: Affinities, factor: number): Affinities {
  const decayed = emptyAffinities()
  for (const dimension of DIMENSIONS) decayed[dimension] = decayRecord(affinities[dimension], factor)
  return decayed
}

/** The profile as of a later moment; an earlier one changes nothing. */
export function decayTo(profile: Profile, nowMs: number): Profile {
  const elapsedMs = nowMs - profile.asOfMs
  if (elapsedMs <= 0) return profile
  const taste = decayFactor(elapsedMs, TASTE_HALF_LIFE_MS)
  const size = decayFactor(elapsedMs, SIZE_HALF_LIFE_MS)
  return {
    ...profile,
    asOfMs: nowMs,
    taste: decayAffinities(profile.taste, taste),
    intent: decayAffinities(profile.intent, decayFactor(elapsedMs, INTENT_HALF_LIFE_MS)),
    departments: decayRecord(profile.departments, taste),
    sizes: profile.sizes.map((evidence) => ({
      ...evidence,
      chosen: evidence.chosen * size,
      kept: evidence.kept * size,
      tooSmall: evidence.tooSmall * size,
      tooLarge: evidence.tooLarge * size,
    })),
  }
}

/** The seasons by the bit that stands for each, in the order of the year. */
const SEASONS = ['spring', 'summer', 'autumn', 'winter'] as const
export type Season = (typeof SEASONS)[number]
export const SEASON_COUNT = SEASONS.length
export const ALL_YEAR = 2 ** SEASON_COUNT - 1

/** Countries that lie south of the equator; everybody else's year is the northern one. */
const SOUTHERN: ReadonlySet<string> = new Set(
  'AR AU BO BR BW CL LS MG MU MW MZ NA NZ PE PG PY SZ TL UY ZA ZM ZW'.split(' '),
)

/** The season of the weather's calendar at a moment: spring begins in March, south of the equator in September. */
export function seasonAt(nowMs: number, country: string | undefined): number {
  const isSouthern = country !== undefined && SOUTHERN.has(country)
  const month = new Date(nowMs).getUTCMonth()
  return Math.floor(((month + (isSouthern ? 16 : 10)) % 12) / 3)
}

export const seasonName = (season: number): Season => SEASONS[season] ?? 'spring'

const BIT_OF: ReadonlyMap<string, number> = new Map(SEASONS.map((season, at) => [season, 1 << at]))

/** Seasons as bits; a name that is no season says nothing. */
export const seasonBitsOf = (names: readonly string[]): number =>
  names.reduce((bits, name) => bits | (BIT_OF.get(name) ?? 0), 0)

/** How well a piece suits a season: 1 in it, 0 out of it, between the two where nobody said. */
export const suitsSeason = (bits: number, season: number): number => (bits === 0 ? 0.5 : (bits >> season) & 1)

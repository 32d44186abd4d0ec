import type { Caps } from './caps'
import { type Composition, shown } from './compose'
import { explore } from './explore'
import type { Recommended } from './recommend'

const ARMS_MAX = 8
// Of so many that rank next the ones shown least are tried.
const OTHERS_MAX = ARMS_MAX * 4

/** One or two slots for candidates that the ranking left out, little shown ones first. `taken` holds places. */
export function tryOthers(
  composition: Composition,
  taken: Set<number>,
  caps: Caps,
  slots: readonly number[],
): readonly { readonly position: number; readonly item: Recommended }[] {
  const { facts } = composition.state
  const placeOf = (row: number): number => composition.pool.places[row] ?? 0
  const shownTimes = (row: number): number => facts.impressions[placeOf(row)] ?? 0
  const explored: { position: number; item: Recommended }[] = []
  for (const position of slots) {
    const others = othersOf(composition, taken, caps)
    others.sort((a, b) => shownTimes(a) - shownTimes(b))
    const arms = others.slice(0, ARMS_MAX)
    const pick = explore(
      arms.map((row) => ({ impressions: shownTimes(row), clicks: facts.clicks[placeOf(row)] ?? 0 })),
      composition.random,
    )
    const row = pick && arms[pick.arm]
    if (!pick || row === undefined) break
    taken.add(placeOf(row))
    caps.take(placeOf(row))
    const item = { ...shown(composition, row), source: 'explored', propensity: pick.propensity } as const
    explored.push({ position, item })
  }
  return explored
}

/** Rows that rank next and may still be shown. */
function othersOf({ ranked, pool }: Composition, taken: ReadonlySet<number>, { allows }: Caps): number[] {
  const others: number[] = []
  for (let at = 0; at < ranked.length && others.length < OTHERS_MAX; at++) {
    const row = ranked.rows[at] ?? 0
    const place = pool.places[row] ?? 0
    if (!taken.has(place) && allows(place)) others.push(row)
  }
  return others
}

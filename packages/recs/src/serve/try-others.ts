import type { Caps } from './caps'
import { type Composition, shown } from './composition'
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
    const arms = leastShown(othersOf(composition, taken, caps), shownTimes)
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

/** Of equals the better ranked, which comes first. Each is put in its place: sorting them all takes longer. */
function leastShown(rows: readonly number[], shownTimes: (row: number) => number): readonly number[] {
  const [arms, times]: [number[], number[]] = [[], []]
  for (const row of rows) {
    const shown = shownTimes(row)
    if (arms.length === ARMS_MAX && shown >= (times[ARMS_MAX - 1] ?? 0)) continue
    let at = Math.min(arms.length, ARMS_MAX - 1)
    for (; at > 0 && (times[at - 1] ?? 0) > shown; at--) {
      arms[at] = arms[at - 1] ?? 0
      times[at] = times[at - 1] ?? 0
    }
    arms[at] = row
    times[at] = shown
  }
  return arms
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

import type { Day } from '@selvedge/core'
import { shipsByIn } from './as-promised'
import type { Composition } from './composition'
import { FILTERS, type FilterName } from './eligibility'
import type { SourceName } from './source-names'

/** How a product stands in an answer, or why it is no candidate of it. */
export type AskedPiece = Standing & {
  /** The day by which it may be promised, where it cannot be bought now. */
  readonly shipsBy?: Day
}
type Standing =
  /** `position` from 0. */
  | { readonly standing: 'shown'; readonly position: number }
  /** `rank` from 1, by chance among all candidates. */
  | { readonly standing: 'candidate'; readonly rank: number }
  /** `source` is the first that offered it; absent where none did, and the filter would have taken it anyway. */
  | { readonly standing: 'refused'; readonly filter: FilterName; readonly source?: SourceName }
  | { readonly standing: 'not-offered' }
  | { readonly standing: 'not-in-catalogue' }

/** Looked for where candidates are kept and, where it is none, judged as any offer of it would have been. */
export function askedPiece(
  composition: Composition,
  productId: number,
  positions: ReadonlyMap<number, number>,
): AskedPiece {
  const place = composition.state.table.placeOf(productId)
  if (place < 0) return { standing: 'not-in-catalogue' }
  return { ...standingOf(composition, place, positions), ...shipsByIn(composition, place) }
}

function standingOf(
  { pool, ranked, refusal }: Composition,
  place: number,
  positions: ReadonlyMap<number, number>,
): Standing {
  const position = positions.get(place)
  if (position !== undefined) return { standing: 'shown', position }
  const row = pool.places.subarray(0, pool.length).indexOf(place)
  if (row >= 0) return { standing: 'candidate', rank: ranked.rows.subarray(0, ranked.length).indexOf(row) + 1 }
  const refused = pool.refused().get(place)
  if (refused) return { standing: 'refused', ...refused }
  const filter = FILTERS[refusal(place)]
  return filter === undefined ? { standing: 'not-offered' } : { standing: 'refused', filter }
}

import type { Day, Later } from '@selvedge/core'
import type { Composition } from './composition'
import { dayNumber } from './day-number'
import { laterOf } from './promised'
import type { ServedReason } from './reason-of'
import type { Recommended } from './recommend'

/** A piece of an answer with the day by which it may be promised, where it cannot be bought now. */
export function asPromised(composition: Composition, item: Recommended): Recommended {
  const later = laterIn(composition, item.place)
  if (later === undefined) return item
  // What has not come yet has not just arrived.
  const isComing = item.reason.code === 'NEW_IN' && composition.state.bits.units(item.place) <= 0
  const reason: ServedReason = isComing ? { code: 'COMING_IN' } : item.reason
  return { ...item, reason, later }
}

/** The day alone, for whoever explains the answer. */
export const shipsByIn = (composition: Composition, place: number): { readonly shipsBy?: Day } => {
  const later = laterIn(composition, place)
  return later === undefined ? {} : { shipsBy: later.shipsBy }
}

function laterIn({ state, shopper, request }: Composition, place: number): Later | undefined {
  if (!state.bits.hasPromise(place)) return undefined
  const wanted = shopper.sizeMasks[state.table.category[place] ?? 0]
  return laterOf(state, place, wanted, dayNumber(request.nowMs))
}

import type { StockEventType } from './events'
import { evolve } from './evolve'
import type { StockState } from './state'

type Entry = { readonly type: 'Found' | 'Damaged' | 'QualityHeld' | 'QualityReleased'; readonly quantity: number }

/**
 * What the books must have missed for an observation to be possible: entries that precede it, so that on hand and
 * unavailable never go below 0 and the unavailable pieces are always among those on hand.
 */
export const reconcile = (state: StockState, type: StockEventType, quantity: number): readonly Entry[] => {
  const entries: Entry[] = []
  const add = (entry: Entry['type'], units: number): void => {
    if (units > 0) entries.push({ type: entry, quantity: units })
  }
  if (type === 'WrittenOff' || type === 'QualityReleased') {
    add('Found', quantity - state.onHand)
    add(type === 'WrittenOff' ? 'Damaged' : 'QualityHeld', quantity - state.unavailable)
    return entries
  }
  const after = evolve(state, { type, quantity })
  if (type === 'Damaged' || type === 'QualityHeld') {
    add('Found', after.unavailable - after.onHand)
    return entries
  }
  const found = Math.max(0, -after.onHand)
  add('Found', found)
  // Fewer are left than were set aside: some of those went too.
  add('QualityReleased', after.unavailable - (after.onHand + found))
  return entries
}

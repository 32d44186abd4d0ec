import type { CountState, CountSummary } from '@selvedge/core'

export const COUNT_STATE_WORDS: Readonly<Record<CountState, { badge: string; tone: 'good' | 'wait' | 'plain' }>> = {
  open: { badge: 'Being counted', tone: 'wait' },
  posted: { badge: 'Posted', tone: 'good' },
  cancelled: { badge: 'Cancelled', tone: 'plain' },
}

/** `+3`, `−2`, `0`, with a true minus. */
export const differenceWords = (units: number): string =>
  units === 0 ? '0' : units > 0 ? `+${units}` : `−${Math.abs(units)}`

export const progressWords = ({ counted, lines, recounts }: CountSummary): string =>
  `${counted} of ${lines}${recounts > 0 ? `, ${recounts} to count again` : ''}`

/** Counts shown at once, newest first. */
export const COUNT_ROWS = 100

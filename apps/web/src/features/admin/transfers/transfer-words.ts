import type { TransferState, TransferSummary } from '@selvedge/core'

export const TRANSFER_STATE_WORDS: Readonly<Record<TransferState, { badge: string; tone: 'good' | 'wait' | 'plain' }>> =
  {
    draft: { badge: 'Draft', tone: 'plain' },
    'in-transit': { badge: 'On the way', tone: 'wait' },
    received: { badge: 'Received', tone: 'good' },
    cancelled: { badge: 'Cancelled', tone: 'plain' },
  }

export const pieces = (units: number): string => (units === 1 ? 'one piece' : `${units} pieces`)

/** What a transfer's row says of its pieces. */
export const unitsWords = ({ state, units, outstandingUnits, lostUnits }: TransferSummary): string => {
  if (state === 'in-transit') return `${outstandingUnits} of ${units} on the way`
  return lostUnits > 0 ? `${units}, ${lostUnits} lost` : `${units}`
}

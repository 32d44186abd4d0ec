import type { SyncConflictKind, SyncConflictRow } from '@selvedge/core'

export const CONFLICT_WORDS: Readonly<Record<SyncConflictKind, string>> = {
  refused: 'Message refused',
  superseded: 'Older count, not applied',
  'count-difference': 'Count differs from the books',
  'sold-beyond-book': 'Sold more than the books had',
  'promises-short': 'Promises left without pieces',
  'clock-skew': 'Clock is off',
}

const REFUSAL_WORDS: Readonly<Record<string, string>> = {
  UNKNOWN_SKU: 'no such SKU',
  UNKNOWN_LOCATION: 'no such location',
  LOCATION_MISSING: 'no location named',
  LOCATION_NOT_YOURS: 'not a location of this source',
  NEVER_STOCKED: 'never stocked there',
  SEQ_REUSED: 'number used before for something else',
}

const signed = (units: string | number | undefined): string => (Number(units) > 0 ? `+${units}` : String(units ?? ''))

/** The numbers behind a conflict, in a sentence. */
export const conflictDetail = ({ kind, facts }: Pick<SyncConflictRow, 'kind' | 'facts'>): string => {
  switch (kind) {
    case 'refused':
      return `${REFUSAL_WORDS[String(facts.code)] ?? String(facts.code)} (${facts.kind} of ${facts.quantity}, number ${facts.seq})`
    case 'superseded':
      return `counted ${facts.counted}; a newer count was applied before`
    case 'count-difference':
      return `counted ${facts.counted}, books had ${facts.book} (${signed(facts.difference)})`
    case 'sold-beyond-book':
      return `${facts.units} found, so that the sale fits the books`
    case 'promises-short':
      return `${facts.units} promised ${Number(facts.units) === 1 ? 'piece is' : 'pieces are'} not there`
    case 'clock-skew':
      return `${Math.round(Math.abs(Number(facts.skewMs)) / 1_000)} s ${Number(facts.skewMs) > 0 ? 'fast' : 'slow'}; times were corrected`
  }
}

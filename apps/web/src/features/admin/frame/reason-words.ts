import type { AdjustReason, CountReason, LossReason, QUALITY_REASONS } from '@selvedge/core'
import { RETURN_REASON_WORDS as RETURN_WORDS } from '@/features/returns/return-words'

export const ADJUST_WORDS: Readonly<Record<AdjustReason, string>> = {
  count: 'Counted',
  damage: 'Damaged',
  theft: 'Missing or stolen',
  found: 'Found again',
  receipt: 'Delivered',
  sample: 'Taken as a sample',
  correction: 'Correcting a mistake',
}

/** Why a member of staff gives a hold back; the procedure takes these and no others. */
export const RELEASE_WORDS = {
  'customer-asked': 'The customer asked for it',
  hoarding: 'Held to keep others away',
  'needed-elsewhere': 'Needed for someone in the shop',
  mistake: 'Held by mistake',
} as const
export type ReleaseReason = keyof typeof RELEASE_WORDS

export const LOSS_WORDS: Readonly<Record<LossReason, string>> = {
  'lost-on-the-way': 'Lost on the way',
  'miscounted-at-departure': 'Miscounted when it was sent',
  stolen: 'Stolen',
  'damaged-beyond-use': 'Damaged beyond use',
}

export const COUNT_WORDS: Readonly<Record<CountReason, string>> = {
  routine: 'Routine count',
  'after-sale': 'Count after a sale',
  'suspected-loss': 'Count on a suspicion',
  'after-delivery': 'Count after a delivery',
  'year-end': 'Count at the end of the year',
}

export const QUALITY_WORDS: Readonly<Record<(typeof QUALITY_REASONS)[number], string>> = {
  'suspected-fault': 'A fault is suspected',
  recall: 'Called back by the maker',
  soiled: 'Soiled',
  damaged: 'Damaged',
  'checked-good': 'Checked and good',
  'beyond-repair': 'Beyond repair',
}

const OTHER_WORDS: Readonly<Record<string, string>> = {
  'stock-short': 'No unit left for it',
  'not-found': 'Not found when it was picked',
  shopper: 'The shopper asked for longer',
  payment: 'A payment is under way',
  removed: 'Taken out of the bag',
  replaced: 'Held anew',
  'allocation-released': 'Order undone',
  transfer: 'Between two places',
  'transfer-surplus': 'More came than was sent',
  'damaged-on-the-way': 'Damaged on the way',
  ...COUNT_WORDS,
  ...LOSS_WORDS,
  ...RETURN_WORDS,
  ...QUALITY_WORDS,
}

/** A reason code of the ledger in words; one that has none is shown with its hyphens opened. */
export const reasonWords = (reason: string): string => {
  const bare = reason.replace(/^staff:/, '')
  const words: Readonly<Record<string, string>> = { ...OTHER_WORDS, ...ADJUST_WORDS, ...RELEASE_WORDS }
  return words[bare] ?? bare.replaceAll('-', ' ').replace(/^./, (first) => first.toUpperCase())
}

import type { AdjustReason } from '@selvedge/core'

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

const OTHER_WORDS: Readonly<Record<string, string>> = {
  'stock-short': 'No unit left for it',
  shopper: 'The shopper asked for longer',
  payment: 'A payment is under way',
  removed: 'Taken out of the bag',
  replaced: 'Held anew',
  'allocation-released': 'Order undone',
}

/** A reason code of the ledger in words; one that has none is shown with its hyphens opened. */
export const reasonWords = (reason: string): string => {
  const bare = reason.replace(/^staff:/, '')
  const words: Readonly<Record<string, string>> = { ...OTHER_WORDS, ...ADJUST_WORDS, ...RELEASE_WORDS }
  return words[bare] ?? bare.replaceAll('-', ' ').replace(/^./, (first) => first.toUpperCase())
}

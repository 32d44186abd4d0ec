import type { Profile, SizeEvidence } from './profile'
import { PROFILE_LIMITS } from './profile-limits'
import type { SignalFacts } from './signal-facts'
import type { Signal } from './signals'

type Change = { size: string; chosen?: number; kept?: number; tooSmall?: number; tooLarge?: number }

/** What a signal teaches about sizes of the piece's brand in its category; nothing where the piece is not known. */
export function learnSize(
  sizes: readonly SizeEvidence[],
  signal: Signal,
  facts: SignalFacts | undefined,
  factor: number,
  atMs: number,
): SizeEvidence[] {
  const change = facts && changeOf(signal)
  if (!change) return [...sizes]
  const { department, category, brand } = facts
  const isSame = (other: SizeEvidence) =>
    other.size === change.size &&
    other.brand === brand &&
    other.category === category &&
    other.department === department
  const before = sizes.find(isSame)
  const after: SizeEvidence = {
    department,
    category,
    brand,
    size: change.size,
    chosen: (before?.chosen ?? 0) + (change.chosen ?? 0) * factor,
    kept: (before?.kept ?? 0) + (change.kept ?? 0) * factor,
    tooSmall: (before?.tooSmall ?? 0) + (change.tooSmall ?? 0) * factor,
    tooLarge: (before?.tooLarge ?? 0) + (change.tooLarge ?? 0) * factor,
    lastAtMs: Math.max(atMs, before?.lastAtMs ?? 0),
  }
  return [after, ...sizes.filter((other) => other !== before)]
    .sort((a, b) => b.lastAtMs - a.lastAtMs)
    .slice(0, PROFILE_LIMITS.sizes)
}

function changeOf(signal: Signal): Change | undefined {
  switch (signal.kind) {
    case 'size':
      return { size: signal.size, chosen: 1 }
    case 'add':
      return { size: signal.size, chosen: 2 }
    case 'purchase':
      // Three of one shirt are one body.
      return { size: signal.size, kept: 1 }
    case 'return':
      if (signal.reason === 'too-small') return { size: signal.size, kept: -1, tooSmall: 1 }
      if (signal.reason === 'too-large') return { size: signal.size, kept: -1, tooLarge: 1 }
      return undefined
    default:
      return undefined
  }
}

/** A look and choice of a size weighs this much against a purchase that was kept. */
const CHOSEN_SHARE = 0.15
/** Another brand's size in the same category, against the brand's own. */
const OTHER_BRAND_SHARE = 0.5

export type SizeBelief = {
  readonly size: string
  /** Share of all evidence that speaks for this size, 0 to 1. */
  readonly share: number
  /** 0 to below 1: evidence / (evidence + 1), in purchases of this very brand and category. */
  readonly confidence: number
}

/** Sizes that the person most likely wears of a piece, best first; empty while nothing is known. */
export function believeSizes(
  profile: Profile,
  piece: { readonly department: string; readonly category: string; readonly brand: string },
): readonly SizeBelief[] {
  const support = new Map<string, number>()
  for (const one of profile.sizes) {
    if (one.category !== piece.category || one.department !== piece.department) continue
    const weight = one.kept + CHOSEN_SHARE * one.chosen - 0.5 * (one.tooSmall + one.tooLarge)
    const share = one.brand === piece.brand ? 1 : OTHER_BRAND_SHARE
    support.set(one.size, (support.get(one.size) ?? 0) + weight * share)
  }
  const speaking = [...support].filter(([, weight]) => weight > 0)
  const all = speaking.reduce((sum, [, weight]) => sum + weight, 0)
  return speaking
    .map(([size, weight]) => ({ size, share: weight / all, confidence: weight / (weight + 1) }))
    .sort((a, b) => b.share - a.share || a.size.localeCompare(b.size))
}

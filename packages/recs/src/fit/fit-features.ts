import type { OutcomeCounts } from './outcome-counts'
import { itemSizeKey, shares, smoothed } from './outcome-counts'
import type { Wearer } from './wearer'

/** Rows that a prior counts for: the fewer an item has, the more it looks like its category, and so on. */
const PRIOR = { category: 50, item: 15, itemSize: 12, wearer: 3, offset: 10 } as const

export const FIT_FEATURES = [
  'constant',
  'deviation',
  'deviation squared',
  'deviation small',
  'deviation large',
  'deviation from item',
  'deviation from item squared',
  'body deviation',
  'body deviation squared',
  'item small',
  'item large',
  'item size small',
  'item size large',
  'category small',
  'category large',
  'wearer small',
  'wearer large',
  'known wearer',
  'told',
  'deviation of known wearer',
  'size',
  'item rows',
  'deviation by item small',
  'deviation by item large',
  'item offset',
] as const

/** The offset of an item: by how much its buyers deviate from their own size, shrunk towards none. */
export function offsetOf(counts: OutcomeCounts, item: number): number {
  const known = counts.items.get(item)
  if (!known) return 0
  return known.deviation / (total(known.counts) + PRIOR.offset)
}

/**
 * What the outcome of an item in a size is predicted from. `unit` is the spread of sizes in the training (their standard
 * deviation), so that a shop's own scale does not matter.
 */
export function fitFeatures(
  counts: OutcomeCounts,
  piece: { readonly item: number; readonly category: number; readonly size: number },
  wearer: Wearer,
  unit: { readonly mean: number; readonly spread: number },
): Float64Array {
  const all = shares(counts.all)
  const ofCategory = smoothed(counts.categories.get(piece.category)?.counts, all, PRIOR.category)
  const item = counts.items.get(piece.item)
  const ofItem = smoothed(item?.counts, ofCategory, PRIOR.item)
  const ofSize = smoothed(counts.itemSizes.get(itemSizeKey(piece.item, piece.size))?.counts, ofItem, PRIOR.itemSize)
  const ofWearer = smoothed(wearer.outcomes, all, PRIOR.wearer)
  const known = wearer.pieces / (wearer.pieces + 2)
  const [deviation = 0, squared = 0, small = 0, large = 0, fromBody = 0, bodySquared = 0, ofKnown = 0] = sizeFeatures(
    piece.size,
    wearer,
    unit,
    known,
  )
  const offset = offsetOf(counts, piece.item) / unit.spread
  const fromItem = clipped(deviation - offset)
  const [itemSmall, itemLarge] = [logOdds(ofItem[0], all[0]), logOdds(ofItem[2], all[2])]
  return Float64Array.of(
    1,
    deviation,
    squared,
    small,
    large,
    fromItem,
    fromItem ** 2,
    fromBody,
    bodySquared,
    itemSmall,
    itemLarge,
    logOdds(ofSize[0], ofItem[0]),
    logOdds(ofSize[2], ofItem[2]),
    logOdds(ofCategory[0], all[0]),
    logOdds(ofCategory[2], all[2]),
    logOdds(ofWearer[0], all[0]),
    logOdds(ofWearer[2], all[2]),
    known,
    wearer.told,
    ofKnown,
    clipped((piece.size - unit.mean) / unit.spread),
    Math.log1p(item ? total(item.counts) : 0) / 5,
    fromItem * itemSmall,
    fromItem * itemLarge,
    offset,
  )
}

/** The features that sizeFeatures answers, in its order. */
export const SIZE_FEATURES = [
  'deviation',
  'deviation squared',
  'deviation small',
  'deviation large',
  'body deviation',
  'body deviation squared',
  'deviation of known wearer',
] as const satisfies readonly (typeof FIT_FEATURES)[number][]

/** What hangs on how far a size lies from the wearer's own and from what their body is expected to wear. */
export function sizeFeatures(
  size: number,
  wearer: Pick<Wearer, 'size' | 'bodySize'>,
  unit: { readonly spread: number },
  known: number,
): readonly number[] {
  const deviation = clipped((size - wearer.size) / unit.spread)
  const fromBody = clipped((size - wearer.bodySize) / unit.spread)
  const [small, large] = [Math.min(0, deviation + 0.2), Math.max(0, deviation - 0.2)]
  return [deviation, deviation ** 2, small, large, fromBody, fromBody ** 2, deviation * known]
}

/** Spreads beyond which a deviation says nothing more. */
export const clipped = (spreads: number): number => Math.max(-2.5, Math.min(2.5, spreads))

/** The logarithm of the odds against those of the prior: zero where nothing is known. */
function logOdds(share = 0.5, prior = 0.5): number {
  return Math.log(share / (1 - share)) - Math.log(prior / (1 - prior))
}

const total = (counts: Float64Array): number => (counts[0] ?? 0) + (counts[1] ?? 0) + (counts[2] ?? 0)

import { type FeedItem, isStillPromised } from '@selvedge/core'
import type { LiveVariant } from '../listing/stock-follower'

/**
 * Whether live stock says that the shopper can have a piece as it was chosen for them: now, in one of their sizes where any
 * is known, or by the day that its card names.
 */
export const canBeHad = (
  { inSizes, later }: Pick<FeedItem, 'inSizes' | 'later'>,
  variants: readonly LiveVariant[],
): boolean => {
  if (later !== undefined && isStillPromised(later, variants)) return true
  const mine = inSizes && [...inSizes, ...(later?.sizes ?? [])]
  return variants.some(({ size, available }) => available > 0 && (mine?.includes(size) ?? true))
}

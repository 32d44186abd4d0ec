import type { FeedItem } from '@selvedge/core'

/** When pieces that were chosen can be had, for the line above them. */
export const whenWords = (items: readonly Pick<FeedItem, 'later'>[]): string =>
  items.some(({ later }) => later !== undefined) ? 'in stock now, or to be had by the day named' : 'in stock now'

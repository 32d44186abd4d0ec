/** Other faces of the feed that an experiment may try; everybody else sees the house's. */
export const FEED_LOOKS = ['without-reasons', 'larger-pieces'] as const
export type FeedLook = (typeof FEED_LOOKS)[number]

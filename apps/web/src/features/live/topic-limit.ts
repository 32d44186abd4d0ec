/** As core's MAX_LIVE_TOPICS; named here again so that a page does not load core's schemas for a number. */
export const MAX_LIVE_TOPICS = 500

/** How many of each the overview shows. */
export const OVERVIEW_ROWS = { recent: 12, holds: 8, orders: 8 } as const

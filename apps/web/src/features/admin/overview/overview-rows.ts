/** How many of each the overview shows. */
export const OVERVIEW_ROWS = { recent: 9, holds: 9, orders: 8 } as const

/** How much a profile remembers: enough for any order of pieces, small enough to be read with every page. */
export const PROFILE_LIMITS = {
  valuesPerDimension: 60,
  sizes: 60,
  recent: 80,
  judged: 300,
  saved: 300,
  awaited: 50,
  shown: 150,
  searches: 12,
  polls: 100,
} as const

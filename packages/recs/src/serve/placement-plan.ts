import { LISTING_BLEND, type Placement, type PlacementPlan } from '@selvedge/core'

/** The house's plans; a merchandiser may change quotas and composition per placement. */
export const DEFAULT_PLANS: Readonly<Record<Placement, PlacementPlan>> = {
  'for-you': {
    quotas: {
      together: 60,
      neighbours: 90,
      factors: 80,
      session: 60,
      content: 60,
      affinity: 90,
      popular: 60,
      new: 40,
      editorial: 30,
      trending: 24,
      season: 60,
      wished: 12,
    },
    lambda: 0.75,
    exploreAt: [6, 15],
    brandMax: 4,
    categoryMax: 10,
  },
  similar: {
    quotas: { content: 120, neighbours: 100, session: 40, popular: 40 },
    lambda: 0.85,
    exploreAt: [],
    brandMax: 6,
    categoryMax: 24,
  },
  // From buyers alone: what is merely popular was not bought together with anything.
  together: {
    quotas: { together: 80, neighbours: 60 },
    lambda: 0.8,
    exploreAt: [],
    brandMax: 4,
    categoryMax: 4,
  },
  'complete-look': {
    quotas: { together: 80, neighbours: 60, content: 80, editorial: 60, popular: 0, affinity: 0, new: 60 },
    lambda: 0.8,
    exploreAt: [],
    brandMax: 2,
    categoryMax: 1,
  },
  bag: {
    quotas: { together: 120, neighbours: 100, content: 40, popular: 40 },
    lambda: 0.8,
    exploreAt: [],
    brandMax: 4,
    categoryMax: 4,
  },
  listing: { quotas: {}, lambda: 1, exploreAt: [], brandMax: 1_000, categoryMax: 1_000, blend: LISTING_BLEND },
}

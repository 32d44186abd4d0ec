import type { CandidateSource } from '../source'
import { offerShelf } from './shelf'

/** What is worn at this time of the year where the shopper is: for somebody of whom nothing else is known. */
export const seasonSource: CandidateSource = {
  name: 'season',
  draw: ({ models, shopper, anchor, season }, pool, quota) => {
    const isKnown = shopper.recent.length > 0 || shopper.affinities.strongest.length > 0
    const shelf = models.shelves.popularInSeason[season]
    if (shelf && anchor < 0 && !isKnown) offerShelf(shelf, pool, quota)
  },
}

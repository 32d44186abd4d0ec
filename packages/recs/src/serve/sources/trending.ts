import type { CandidateSource } from '../source'
import { offerShelf } from './shelf'

/** What is wanted notably more than in the weeks before. On a page of its own: beside a piece its like counts. */
export const trendingSource: CandidateSource = {
  name: 'trending',
  draw: ({ models, anchor }, pool, quota) => {
    if (anchor < 0) offerShelf(models.shelves.rising, pool, quota)
  },
}

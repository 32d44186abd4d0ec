import type { CandidateSource } from '../source'
import { offerShelf } from './shelf'

/** What was hung last. */
export const newArrivalsSource: CandidateSource = {
  name: 'new',
  draw: ({ models }, pool, quota) => offerShelf(models.shelves.newest, pool, quota),
}

import type { CandidateSource } from '../source'
import { startsOf } from './starts'

/** Item-item collaborative neighbours. */
export const neighboursSource: CandidateSource = {
  name: 'neighbours',
  draw: (request, pool, quota) => {
    if (request.models.neighbours) request.walk(request.models.neighbours, startsOf(request), pool, quota)
  },
}

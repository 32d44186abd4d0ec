import type { CandidateSource } from '../source'
import { startsOf } from './starts'

/** What buyers took in the same order (rules with lift). */
export const togetherSource: CandidateSource = {
  name: 'together',
  draw: (request, pool, quota) => {
    if (request.models.together) request.walk(request.models.together, startsOf(request), pool, quota)
  },
}

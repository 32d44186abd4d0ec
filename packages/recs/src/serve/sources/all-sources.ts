import type { CandidateSource } from '../source'
import { affinitySource } from './affinity'
import { contentSource } from './content'
import { editorialSource } from './editorial'
import { factorsSource } from './factors'
import { neighboursSource } from './neighbours'
import { newArrivalsSource } from './new-arrivals'
import { popularSource } from './popular'
import { seasonSource } from './season'
import { sessionSource } from './session'
import { togetherSource } from './together'
import { trendingSource } from './trending'
import { wishedSource } from './wished'

/** What was asked for, then evidence of use: when there is no room for all, what others did counts more than what merely resembles. */
export const ALL_SOURCES: readonly CandidateSource[] = [
  wishedSource,
  sessionSource,
  togetherSource,
  neighboursSource,
  factorsSource,
  affinitySource,
  contentSource,
  trendingSource,
  seasonSource,
  popularSource,
  newArrivalsSource,
  editorialSource,
]

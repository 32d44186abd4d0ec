import { judgeOnNewest, type NewestPart } from '../evaluate/newest-part'
import type { Interactions } from '../interactions/interactions'
import { foldedScorer, type ItemFactors } from './factors-artefact'
import { type IalsOptions, trainIals } from './ials'
import { collapseRidge } from './ials-collapse'
import { samplePeople } from './sample-people'

/** Parts of the ridge at which nothing would be left, from much smoothing to little. */
const SHARES = [0.5, 0.25, 0.1, 0.03]
const DEFAULT_SHARE = 0.1

/** People that the choice looks at, and passes it trains for: which share is best shows long before its factors are done. */
const PEOPLE_MAX = 4_000
const EPOCHS_MAX = 4

export type FactorTraining = Required<Pick<IalsOptions, 'dimensions' | 'epochs' | 'unobserved'>>

/**
 * The ridge that suits data like this, as a share of the one that would leave nothing: the share whose factors rank best what
 * came after the moment of `part`, by a sample of the people and half of the passes: four trainings cost less than one.
 * Where nobody came back there is nothing to choose by, and a tenth is taken.
 */
export function chooseRidgeShare(part: Pick<NewestPart, 'known' | 'newest'>, training: FactorTraining): number {
  let best: { readonly share: number; readonly ndcg: number } | undefined
  const sample = samplePeople(part, PEOPLE_MAX)
  const quick = { ...training, epochs: Math.min(training.epochs, EPOCHS_MAX) }
  for (const share of SHARES) {
    const { ndcg_at_20: ndcg } = judgeOnNewest(foldedScorer(trainFactors(sample.known, quick, share)), sample)
    if (ndcg !== undefined && (best === undefined || ndcg > best.ndcg)) best = { share, ndcg }
  }
  return best?.share ?? DEFAULT_SHARE
}

/** Factors of items by the ridge of this share, their ids being their columns. */
export function trainFactors(data: Interactions, training: FactorTraining, share: number): ItemFactors {
  const ridge = share * collapseRidge(data, training.unobserved)
  const { items, dimensions, unobserved } = trainIals(data, { ...training, ridge })
  const itemIds = Int32Array.from({ length: data.itemCount }, (_, place) => place)
  return { itemIds, vectors: items, dimensions, unobserved, ridge }
}

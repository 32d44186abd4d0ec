export {
  type Artefact,
  type ArtefactHeader,
  checksumOf,
  type ModelKind,
  parseArtefact,
  serialiseArtefact,
} from './artefact/artefact'
export { type ExplainedNeighbour, neighboursOf, type TogetherModel } from './bought-together/model'
export {
  parseTogether,
  type StoredTogetherModel,
  serialiseTogether,
  TOGETHER_MODEL_NAME,
} from './bought-together/serialise'
export { type TrainOptions, trainBoughtTogether } from './bought-together/train'
export { type Interaction, type Interactions, interactionsOf } from './interactions/interactions'
export { type Best, BestKeeper } from './models/best'
export { coPurchaseNeighbours, trainCoPurchase } from './models/co-purchase'
export {
  type ItemNeighbours,
  neighbourSource,
  neighboursArtefact,
  parseNeighbours,
  similarTo,
} from './models/item-neighbours'
export { ascendingIds, placeOf } from './models/item-places'
export { type Rp3BetaOptions, trainRp3Beta } from './models/rp3beta'
export {
  type PastSession,
  parseSessionIndex,
  type SessionIndex,
  sessionArtefact,
  trainSessionIndex,
} from './models/session-index'
export { type SessionNeighbours, type SessionOptions, sessionNeighbours } from './models/session-neighbours'
export type { CandidateSource, Candidates, ShopperTrail, WeightedItem } from './models/source'

export { type ExplainedNeighbour, neighboursOf, type TogetherModel } from './bought-together/model'
export {
  parseTogether,
  type StoredTogetherModel,
  serialiseTogether,
  TOGETHER_MODEL_NAME,
} from './bought-together/serialise'
export { type TrainOptions, trainBoughtTogether } from './bought-together/train'

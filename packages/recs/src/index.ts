export {
  type Artefact,
  type ArtefactHeader,
  checksumOf,
  type ModelKind,
  parseArtefact,
  serialiseArtefact,
} from './artefact/artefact'
export { judgeTogether } from './bought-together/judge-together'
export { type ExplainedNeighbour, neighboursOf, type TogetherModel } from './bought-together/model'
export {
  parseTogether,
  type StoredTogetherModel,
  serialiseTogether,
  TOGETHER_MODEL_NAME,
} from './bought-together/serialise'
export { type TrainOptions, trainBoughtTogether } from './bought-together/train'
export { areaUnderCurve } from './evaluate/calibration'
export { judgeFit } from './evaluate/evaluate-fit'
export { type DatedInteraction, judgeOnNewest, newestPart, type OfflineFigures } from './evaluate/newest-part'
export { predictNextItems } from './evaluate/next-item'
export type { Comparison } from './experiments/always-valid'
export { type ArmMoments, momentsOf } from './experiments/moments'
export { type ExperimentReading, type ReadArm, readExperiment } from './experiments/read-experiment'
export {
  adviseSize,
  type ProductSizes,
  runsOf,
  type SizeAdvice,
  type SizeOption,
} from './fit/advise-size'
export { fitArtefact, parseFit } from './fit/fit-artefact'
export { type FitModel, type FitTraining, type ShopperFit, trainFit, wearerIn } from './fit/fit-model'
export { type Body, type FitRow, OUTCOMES, type Outcome, type PastFit } from './fit/fit-row'
export { type Interaction, type Interactions, interactionsOf } from './interactions/interactions'
export {
  type Advanced,
  advanceNeighbours,
  type CountedNeighbours,
  countNeighbours,
} from './models/advance-neighbours'
export { type Best, BestKeeper } from './models/best'
export { chooseRidgeShare, type FactorTraining, trainFactors } from './models/choose-ridge'
export { coPurchaseNeighbours, trainCoPurchase } from './models/co-purchase'
export { easeNeighbours, trainEase } from './models/ease'
export {
  createFoldIn,
  type FoldIn,
  factorsArtefact,
  foldedScorer,
  type ItemFactors,
  parseFactors,
} from './models/factors-artefact'
export type { GraphFilterOptions } from './models/filter-exponents'
export { type RowOptions, rowSettings } from './models/filter-rows'
export { graphFilter, trainGraphFilter } from './models/graph-filter'
export { type Factors, type IalsOptions, trainIals } from './models/ials'
export {
  type ItemNeighbours,
  neighbourSource,
  neighboursArtefact,
  parseNeighbours,
  similarTo,
} from './models/item-neighbours'
export { ascendingIds, placeOf } from './models/item-places'
export { basisArtefact, matrixOfBasis, type NeighbourBasis, parseBasis } from './models/neighbour-basis'
export { neighbourScorer } from './models/neighbour-scorer'
export { basisOf, type PeopleNow } from './models/replace-people'
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
export { normal, type Random, seededRandom, shuffle } from './random'
export { estimateExamination } from './ranker/examination'
export {
  explainScore,
  parseRanker,
  type RankModel,
  type RankTraining,
  rankerArtefact,
  rankScores,
  trainRanker,
} from './ranker/rank-model'
export type { Impressions } from './ranker/rank-rows'
export { type BestOf, createBestOf } from './serve/best-of'
export { buildCatalogueTable, type CatalogueTable } from './serve/catalogue-table'
export { dayNumber, dayNumberOf, dayOf } from './serve/day-number'
export { createDefaultRanker } from './serve/default-ranker'
export type { FilterName } from './serve/eligibility'
export { FEATURE_COUNT, FEATURE_LAYOUT, FEATURE_NAMES, featureAt } from './serve/feature-names'
export type { FitKinds } from './serve/fit-pieces'
export { blankFacts, type ItemFacts } from './serve/item-facts'
export { AGEING_LIFT_MAX, ageingLift } from './serve/lifts'
export { createNearestRows, type NearestRows } from './serve/nearest-rows'
export { FIT_STEPS_MAX, type PlacedFit, placeFit } from './serve/placed-fit'
export { DEFAULT_PLANS } from './serve/placement-plan'
export { createLinearRanker, type Ranker } from './serve/ranker'
export type { ServedReason } from './serve/reason-of'
export {
  createEngine,
  type Engine,
  type EngineState,
  type OrderRequest,
  type Recommendation,
  type Recommended,
  type RecommendRequest,
} from './serve/recommend'
export { createPlainScan, createScan, type Scan } from './serve/scan'
export { type PlacedFactors, type PlacedNeighbours, placeNeighbours, type ServedModels } from './serve/served-models'
export type { ServedProduct, ServedVariant } from './serve/served-product'
export { buildShelves, RISING_FROM, type Shelves } from './serve/shelves'
export { createStockBits, type NextUnit, type StockBits } from './serve/stock-bits'
export type { Trace, TracedCandidate } from './serve/trace'
export { createTreeRanker } from './serve/tree-ranker'

import { BestKeeper } from '../models/best'
import { type Random, seededRandom } from '../random'
import type { Impressions } from '../ranker/rank-rows'
import {
  candidateFeatures,
  type Moment,
  SIMULATED_FEATURES,
  SOURCE_FEATURES,
  trueRelevance,
} from './candidate-features'
import { CATEGORIES, drawItem, drawShopper } from './shop-world'

/** One page view: all its candidates with what the shop knows of each, and the truth beside them. */
export type SimulatedView = { readonly x: Float32Array; readonly relevance: Float64Array }

export type Simulation = {
  /** Views whose first `shown` candidates were logged, in the order of the plain sum of the sources. */
  readonly log: Impressions
  /** Later views of other shoppers, for measuring: nothing of them is logged. */
  readonly held: readonly SimulatedView[]
  /** The truth about the places of a page. */
  readonly examination: Float64Array
}

export type SimulationOptions = {
  readonly seed: number
  readonly views?: number
  readonly heldViews?: number
  readonly candidates?: number
  readonly shown?: number
  /** Places are looked at with (1 + place)^-η. */
  readonly eta?: number
  /** Share of the views whose shown candidates are shuffled: the exploration budget. */
  readonly explored?: number
}

/** Simulates the shop as it logged before anything was learned. Everything follows from the seed. */
export function simulateShop(options: SimulationOptions): Simulation {
  const { seed, views = 2_000, heldViews = 400, candidates = 100, shown = 20, eta = 1, explored = 0.05 } = options
  const random = seededRandom(seed)
  const items = Array.from({ length: 1_500 }, () => drawItem(random))
  const features = SIMULATED_FEATURES.length
  const examination = Float64Array.from({ length: shown }, (_, place) => (1 + place) ** -eta)
  const view = (): SimulatedView => {
    const moment: Moment = { shopper: drawShopper(random), season: random(), intent: Math.floor(random() * CATEGORIES) }
    const x = new Float32Array(candidates * features)
    const relevance = new Float64Array(candidates)
    for (let row = 0; row < candidates; row++) {
      const item = items[Math.floor(random() * items.length)] ?? drawItem(random)
      const seen = random() < 0.7 ? 0 : Math.ceil(random() * 4)
      x.set(candidateFeatures(moment, item, seen, random), row * features)
      relevance[row] = trueRelevance(moment, item, seen)
    }
    return { x, relevance }
  }
  const log = {
    features,
    x: new Float32Array(views * shown * features),
    positions: new Uint8Array(views * shown),
    clicks: new Uint8Array(views * shown),
  }
  for (let n = 0; n < views; n++) {
    const seenView = view()
    for (const [place, row] of shownRows(seenView, features, shown, random() < explored, random).entries()) {
      const at = n * shown + place
      log.x.set(seenView.x.subarray(row * features, (row + 1) * features), at * features)
      log.positions[at] = place
      log.clicks[at] = random() < (examination[place] ?? 0) * (seenView.relevance[row] ?? 0) ? 1 : 0
    }
  }
  return { log, examination, held: Array.from({ length: heldViews }, view) }
}

/** The plain sum of the scores of the sources. */
export function sumOfSources(x: Float32Array, features: number, into: Float32Array): void {
  for (let row = 0; row < into.length; row++) {
    let sum = 0
    for (let f = 0; f < SOURCE_FEATURES.length; f++) sum += x[row * features + f] ?? 0
    into[row] = sum
  }
}

function shownRows(
  view: SimulatedView,
  features: number,
  shown: number,
  isShuffled: boolean,
  random: Random,
): Int32Array {
  const scores = new Float32Array(view.relevance.length)
  sumOfSources(view.x, features, scores)
  const keeper = new BestKeeper(shown)
  for (const [row, score] of scores.entries()) keeper.offer(row, score)
  const rows = keeper.take().places
  if (!isShuffled) return rows
  const order = Array.from(rows, (row) => ({ row, key: random() }))
  return Int32Array.from(
    order.sort((a, b) => a.key - b.key),
    ({ row }) => row,
  )
}

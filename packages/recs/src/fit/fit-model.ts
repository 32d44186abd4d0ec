import { seededRandom } from '../random'
import { type BodySize, trainBodySize } from './body-size'
import { FIT_FEATURES, fitFeatures, offsetOf } from './fit-features'
import { type Body, type FitRow, outcomePlace, type PastFit } from './fit-row'
import { countOutcome, noCounts, type OutcomeCounts } from './outcome-counts'
import { probabilities, type Softmax, trainSoftmax } from './softmax'
import { type Wearer, wearerOf } from './wearer'

/** Predicts how a piece fits, from how it came out for others and from what is known of the wearer. */
export type FitModel = {
  readonly bodySize: BodySize
  readonly counts: OutcomeCounts
  readonly unit: { readonly mean: number; readonly spread: number }
  /** Sizes that a piece too small or too large stands away from the wearer's own. */
  readonly step: number
  readonly softmax: Softmax
}

export type FitTraining = { readonly seed?: number; readonly folds?: number; readonly epochs?: number }

// Beyond two of the smallest steps a piece is not "too large", it is another's.
const STEP_OF_SPREAD = 0.35

/**
 * P(small, fit, large) by a multinomial logistic regression on smoothed rates of category, item, item and size, and
 * wearer, and on how far the size is from the wearer's own (after Misra, Wan & McAuley, "Decomposing Fit Semantics for
 * Product Size Recommendation in Metric Spaces", RecSys 2018, whose 1-LV-LR it extends). Rates and sizes that a row is
 * trained with never include its own fold: a target encoding that saw its row would answer with it.
 */
export function trainFit(rows: readonly FitRow[], { seed = 1, folds = 10, epochs = 12 }: FitTraining = {}): FitModel {
  const base = { bodySize: trainBodySize(rows), unit: unitOf(rows) }
  const step = STEP_OF_SPREAD * base.unit.spread
  const pasts = pastsOf(rows)
  const foldOf = foldsOf(rows, folds, seed)
  const features = FIT_FEATURES.length
  const x = new Float64Array(rows.length * features)
  const y = Uint8Array.from(rows, ({ outcome }) => outcomePlace(outcome))
  for (let fold = 0; fold < folds; fold++) {
    const others = (row: number): boolean => foldOf[row] !== fold
    const counts = countAll(rows, pasts, { ...base, step }, others)
    for (const [place, row] of rows.entries()) {
      if (others(place)) continue
      const wearer = wearerFor(rows, pasts, row, others, { ...base, step, offsetOf: (item) => offsetOf(counts, item) })
      x.set(fitFeatures(counts, row, wearer, base.unit), place * features)
    }
  }
  const random = seededRandom(seed)
  const softmax = trainSoftmax({ classes: 3, features, x, y }, { epochs, batch: 256, rate: 0.01, ridge: 1e-5, random })
  return { ...base, step, softmax, counts: countAll(rows, pasts, { ...base, step }, () => true) }
}

/** What is known of a shopper. */
export type ShopperFit = { readonly body: Body; readonly past: readonly PastFit[] }

/** The wearer that a shopper is to this model. */
export const wearerIn = (model: FitModel, { body, past }: ShopperFit): Wearer =>
  wearerOf(body, past, { ...model, offsetOf: (item) => offsetOf(model.counts, item) })

/** P(small), P(fit), P(large) of a piece in a size; they add up to one. */
export function fitProbabilities(
  model: FitModel,
  wearer: Wearer,
  piece: { readonly item: number; readonly category: number; readonly size: number },
): Float64Array {
  return probabilities(model.softmax, fitFeatures(model.counts, piece, wearer, model.unit))
}

type Base = Pick<FitModel, 'bodySize' | 'unit' | 'step'>

function unitOf(rows: readonly FitRow[]): FitModel['unit'] {
  const mean = rows.reduce((sum, { size }) => sum + size, 0) / Math.max(1, rows.length)
  const variance = rows.reduce((sum, { size }) => sum + (size - mean) ** 2, 0) / Math.max(1, rows.length)
  return { mean, spread: Math.sqrt(variance) || 1 }
}

/** Places of each user's rows. */
function pastsOf(rows: readonly FitRow[]): ReadonlyMap<number, readonly number[]> {
  const pasts = new Map<number, number[]>()
  for (const [place, { user }] of rows.entries()) {
    const own = pasts.get(user)
    if (own) own.push(place)
    else pasts.set(user, [place])
  }
  return pasts
}

function foldsOf(rows: readonly FitRow[], folds: number, seed: number): Uint8Array {
  const random = seededRandom(seed)
  return Uint8Array.from(rows, () => Math.floor(random() * folds))
}

function wearerFor(
  rows: readonly FitRow[],
  pasts: ReadonlyMap<number, readonly number[]>,
  row: FitRow,
  counts: (place: number) => boolean,
  model: Base & { offsetOf(item: number): number },
): Wearer {
  const past: FitRow[] = []
  for (const place of pasts.get(row.user) ?? []) {
    const other = rows[place]
    if (other && other !== row && counts(place)) past.push(other)
  }
  return wearerOf(row.body, past, model)
}

/** Counts over the rows that count; the deviation of each is from the wearer's size by their other pieces. */
function countAll(
  rows: readonly FitRow[],
  pasts: ReadonlyMap<number, readonly number[]>,
  base: Base,
  isCounted: (place: number) => boolean,
): OutcomeCounts {
  const counts = noCounts()
  for (const [place, row] of rows.entries()) {
    if (!isCounted(place)) continue
    const wearer = wearerFor(rows, pasts, row, isCounted, { ...base, offsetOf: () => 0 })
    countOutcome(counts, row, row.size - wearer.size)
  }
  return counts
}

import type { FitRecord } from '../datasets/fit-records'
import { fitProbabilities, trainFit, wearerIn } from '../fit/fit-model'
import { type FitRow, outcomePlace } from '../fit/fit-row'
import { areaUnderCurve, calibrationError } from './calibration'

/** Figures of predicted outcomes against what came. */
export type FitFigures = {
  readonly rows: number
  readonly auc_small: number
  readonly auc_fit: number
  readonly auc_large: number
  readonly auc_macro: number
  /** Calibration error of P(fit) of the size taken: what the advice states as its confidence. */
  readonly ece: number
  readonly log_loss: number
}

export type FitEvaluation = {
  readonly valid: FitFigures
  readonly test: FitFigures
  /** Shoppers that the training knows, and those it does not. */
  readonly warm: FitFigures
  readonly cold: FitFigures
}

const SPLIT_MODULUS = 100
const TRAIN_BELOW = 80
const VALID_BELOW = 90

/**
 * The split is a rule, not a list: a hash of shopper, item and size (so that doubled rows fall on one side) of 0–79
 * trains, 80–89 validates, 90–99 tests.
 */
export const sideOf = ({ hash }: { readonly hash: number }): 'train' | 'valid' | 'test' => {
  const bucket = hash % SPLIT_MODULUS
  return bucket < TRAIN_BELOW ? 'train' : bucket < VALID_BELOW ? 'valid' : 'test'
}

/** Trains on the training part for validation, again on train and valid for the one test. */
export function evaluateFit(
  records: readonly FitRecord[],
  { seed, onFinal }: { readonly seed: number; readonly onFinal?: (moment: 'training' | 'trained') => void },
): FitEvaluation {
  const side = (wanted: string) => records.filter((record) => sideOf(record) === wanted)
  const [train, valid, test] = [side('train'), side('valid'), side('test')]
  const first = predict(train, valid, seed)
  onFinal?.('training')
  const known = [...train, ...valid]
  const last = predict(known, test, seed)
  onFinal?.('trained')
  const users = new Set(known.map(({ user }) => user))
  return {
    valid: figuresOf(first),
    test: figuresOf(last),
    warm: figuresOf(last.filter(({ row }) => users.has(row.user))),
    cold: figuresOf(last.filter(({ row }) => !users.has(row.user))),
  }
}

/** How a model of what is known foretells what came after; nobody's later pieces are known to it. */
export const judgeFit = (known: readonly FitRow[], later: readonly FitRow[], seed: number): FitFigures =>
  figuresOf(predict(known, later, seed))

type Prediction = { readonly row: FitRow; readonly chances: Float64Array }

function predict(known: readonly FitRow[], asked: readonly FitRow[], seed: number): readonly Prediction[] {
  const model = trainFit(known, { seed })
  const pasts = new Map<number, FitRow[]>()
  for (const row of known) {
    const own = pasts.get(row.user)
    if (own) own.push(row)
    else pasts.set(row.user, [row])
  }
  return asked.map((row) => {
    const wearer = wearerIn(model, { body: row.body, past: pasts.get(row.user) ?? [] })
    return { row, chances: fitProbabilities(model, wearer, row) }
  })
}

function figuresOf(predictions: readonly Prediction[]): FitFigures {
  const column = (place: number) => Float64Array.from(predictions, ({ chances }) => chances[place] ?? 0)
  const came = predictions.map(({ row }) => outcomePlace(row.outcome))
  const auc = (place: number) => areaUnderCurve(column(place), (row) => came[row] === place)
  const [small, fit, large] = [auc(0), auc(1), auc(2)]
  const loss = predictions.reduce(
    (sum, { chances }, row) => sum - Math.log(Math.max(1e-12, chances[came[row] ?? 0] ?? 0)),
    0,
  )
  return {
    rows: predictions.length,
    auc_small: small,
    auc_fit: fit,
    auc_large: large,
    auc_macro: (small + fit + large) / 3,
    ece: calibrationError(column(1), (row) => came[row] === 1),
    log_loss: loss / Math.max(1, predictions.length),
  }
}

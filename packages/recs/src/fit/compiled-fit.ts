import { clipped, FIT_FEATURES, fitFeatures, offsetOf } from './fit-features'
import { type FitModel, type ShopperFit, wearerIn } from './fit-model'

/** What a piece brings to the chances of its sizes, whoever wears it: log-odds of the three outcomes, size by size. */
export type FitPiece = {
  readonly category: number
  /** Three numbers per size, in the order the sizes were given. */
  readonly bases: Float64Array
  /** By how much the deviation from the piece's own cut counts, per outcome. */
  readonly slopes: Float64Array
  /** Spreads by which the piece's buyers deviate from their own size. */
  readonly offset: number
}

/** What a wearer brings, at one size. */
export type FitWearer = { at(size: number): WearerAtSize; readonly size: number }
export type WearerAtSize = { readonly deviation: number; readonly parts: Float64Array }

export type CompiledFit = {
  piece(item: number, category: number, sizes: readonly number[]): FitPiece
  wearer(shopper: ShopperFit): FitWearer
  /** P(fit) of the piece's nth size. */
  chance(piece: FitPiece, nth: number, at: WearerAtSize): number
  /** P(fit) of the piece in the size that a wearer of whom nothing is known takes: how well it fits its buyers. */
  usual(item: number, category: number): number
}

const CLASSES = 3
const FIT = 1
const columnsOf = (...names: readonly (typeof FIT_FEATURES)[number][]): readonly number[] =>
  names.map((name) => FIT_FEATURES.indexOf(name))

/** Features that follow from the wearer and the size alone, and those that take both the wearer and the piece. */
export const WEARER_COLUMNS = columnsOf(
  'deviation',
  'deviation squared',
  'deviation small',
  'deviation large',
  'body deviation',
  'body deviation squared',
  'wearer small',
  'wearer large',
  'known wearer',
  'told',
  'deviation of known wearer',
)
export const CROSS_COLUMNS = columnsOf(
  'deviation from item',
  'deviation from item squared',
  'deviation by item small',
  'deviation by item large',
)
const [FROM_ITEM = 0, FROM_ITEM_SQUARED = 0, BY_SMALL = 0, BY_LARGE = 0] = CROSS_COLUMNS
const [DEVIATION = 0, ITEM_SMALL = 0, ITEM_LARGE = 0] = columnsOf('deviation', 'item small', 'item large')
const PIECE_COLUMNS = FIT_FEATURES.map((_, column) => column).filter(
  (column) => !WEARER_COLUMNS.includes(column) && !CROSS_COLUMNS.includes(column),
)

/**
 * The same chances as fitProbabilities, taken apart: its log-odds are a sum, so that what belongs to the piece and what
 * belongs to the wearer are each worked out once, and a pair costs a few multiplications. A test compares the two.
 */
export function compileFit(model: FitModel): CompiledFit {
  const { counts, unit, softmax } = model
  const weight = (c: number, column: number): number => softmax.weights[c * softmax.features + column] ?? 0
  const dot = (x: Float64Array, columns: readonly number[]): number[] =>
    Array.from({ length: CLASSES }, (_, c) =>
      columns.reduce((sum, column) => sum + weight(c, column) * (x[column] ?? 0), 0),
    )
  const squares = Float64Array.from({ length: CLASSES }, (_, c) => weight(c, FROM_ITEM_SQUARED))
  const nobody = wearerIn(model, { body: {}, past: [] })
  const logits = new Float64Array(CLASSES)

  const piece = (item: number, category: number, sizes: readonly number[]): FitPiece => {
    const rows = sizes.map((size) => fitFeatures(counts, { item, category, size }, nobody, unit))
    const [small, large] = [rows[0]?.[ITEM_SMALL] ?? 0, rows[0]?.[ITEM_LARGE] ?? 0]
    return {
      category,
      bases: Float64Array.from(rows.flatMap((x) => dot(x, PIECE_COLUMNS))),
      slopes: Float64Array.from(
        { length: CLASSES },
        (_, c) => weight(c, FROM_ITEM) + weight(c, BY_SMALL) * small + weight(c, BY_LARGE) * large,
      ),
      offset: offsetOf(counts, item) / unit.spread,
    }
  }
  const wearer = (shopper: ShopperFit): FitWearer => {
    const own = wearerIn(model, shopper)
    return {
      size: own.size,
      at: (size) => {
        const x = fitFeatures(counts, { item: NO_ITEM, category: NO_ITEM, size }, own, unit)
        return { deviation: x[DEVIATION] ?? 0, parts: Float64Array.from(dot(x, WEARER_COLUMNS)) }
      },
    }
  }
  const chance = ({ bases, slopes, offset }: FitPiece, nth: number, { deviation, parts }: WearerAtSize): number => {
    const from = clipped(deviation - offset)
    let largest = Number.NEGATIVE_INFINITY
    for (let c = 0; c < CLASSES; c++) {
      const logit =
        (bases[nth * CLASSES + c] ?? 0) + (parts[c] ?? 0) + from * (slopes[c] ?? 0) + from * from * (squares[c] ?? 0)
      logits[c] = logit
      if (logit > largest) largest = logit
    }
    let sum = 0
    for (let c = 0; c < CLASSES; c++) sum += Math.exp((logits[c] ?? 0) - largest)
    return Math.exp((logits[FIT] ?? 0) - largest) / sum
  }
  const usual = (item: number, category: number): number => {
    // Somebody's own size, so that the size says nothing and the piece everything.
    const at = { size: nobody.size, ...wearer({ body: {}, past: [] }).at(nobody.size) }
    return chance(piece(item, category, [at.size]), 0, at)
  }
  return { piece, wearer, chance, usual }
}

/** No product has it: its features are those of a piece of which nothing is known. */
const NO_ITEM = -1

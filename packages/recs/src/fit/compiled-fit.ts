import { clipped, FIT_FEATURES, fitFeatures, offsetOf, SIZE_FEATURES, sizeFeatures } from './fit-features'
import { type FitModel, type ShopperFit, wearerIn } from './fit-model'

/** What a piece brings to the chances of its sizes, whoever wears it: log-odds against fitting, size by size. */
export type FitPiece = {
  readonly category: number
  /** Of being too small and of being too large: two numbers per size, in the order the sizes were given. */
  readonly bases: Float64Array
  /** By how much the deviation from the piece's own cut counts for each of the two. */
  readonly slopes: Misses
  /** Spreads by which the piece's buyers deviate from their own size. */
  readonly offset: number
}

/** Log-odds of too small and of too large, against fitting. */
export type Misses = { readonly small: number; readonly large: number }

/** What a wearer brings, at one size. */
export type FitWearer = { at(size: number): WearerAtSize; readonly size: number }
export type WearerAtSize = Misses & { readonly deviation: number }

export type CompiledFit = {
  /** By how much the square of the deviation from any piece's own cut counts. */
  readonly squares: Misses
  piece(item: number, category: number, sizes: readonly number[]): FitPiece
  wearer(shopper: ShopperFit): FitWearer
  /** P(fit) of the piece's nth size. */
  chance(piece: FitPiece, nth: number, at: WearerAtSize): number
  /** P(fit) of the piece in the size that a wearer of whom nothing is known takes: how well it fits its buyers. */
  usual(item: number, category: number): number
}

const [SMALL, FIT, LARGE] = [0, 1, 2]
const columnsOf = (...names: readonly (typeof FIT_FEATURES)[number][]): readonly number[] =>
  names.map((name) => FIT_FEATURES.indexOf(name))

/** Features that follow from the wearer and the size alone: those that hang on the size, and those that do not. */
const SIZE_COLUMNS = columnsOf(...SIZE_FEATURES)
const ALIKE_COLUMNS = columnsOf('wearer small', 'wearer large', 'known wearer', 'told')
export const WEARER_COLUMNS = [...SIZE_COLUMNS, ...ALIKE_COLUMNS]
/** Those that take both the wearer and the piece. */
export const CROSS_COLUMNS = columnsOf(
  'deviation from item',
  'deviation from item squared',
  'deviation by item small',
  'deviation by item large',
)
const [FROM_ITEM = 0, FROM_ITEM_SQUARED = 0, BY_SMALL = 0, BY_LARGE = 0] = CROSS_COLUMNS
const [ITEM_SMALL = 0, ITEM_LARGE = 0, KNOWN = 0] = columnsOf('item small', 'item large', 'known wearer')
const PIECE_COLUMNS = FIT_FEATURES.map((_, column) => column).filter(
  (column) => !WEARER_COLUMNS.includes(column) && !CROSS_COLUMNS.includes(column),
)

/**
 * The same chances as fitProbabilities, taken apart: its log-odds are a sum, so that what belongs to the piece and what
 * belongs to the wearer are each worked out once, and a pair costs a few multiplications. A test compares the two.
 */
export function compileFit(model: FitModel): CompiledFit {
  const { counts, unit, softmax } = model
  const against = (c: number, column: number): number =>
    (softmax.weights[c * softmax.features + column] ?? 0) - (softmax.weights[FIT * softmax.features + column] ?? 0)
  const weights = {
    small: FIT_FEATURES.map((_, n) => against(SMALL, n)),
    large: FIT_FEATURES.map((_, n) => against(LARGE, n)),
  }
  const dot = (x: Float64Array, of: readonly number[], columns: readonly number[]): number => {
    let sum = 0
    for (const column of columns) sum += (of[column] ?? 0) * (x[column] ?? 0)
    return sum
  }
  const dotOf = (steps: readonly number[], of: readonly number[]): number => {
    let sum = 0
    for (let at = 0; at < steps.length; at++) sum += (of[SIZE_COLUMNS[at] ?? 0] ?? 0) * (steps[at] ?? 0)
    return sum
  }
  const squares = { small: weights.small[FROM_ITEM_SQUARED] ?? 0, large: weights.large[FROM_ITEM_SQUARED] ?? 0 }
  const nobody = wearerIn(model, { body: {}, past: [] })

  const piece = (item: number, category: number, sizes: readonly number[]): FitPiece => {
    const rows = sizes.map((size) => fitFeatures(counts, { item, category, size }, nobody, unit))
    const [small, large] = [rows[0]?.[ITEM_SMALL] ?? 0, rows[0]?.[ITEM_LARGE] ?? 0]
    const slope = (of: readonly number[]): number =>
      (of[FROM_ITEM] ?? 0) + (of[BY_SMALL] ?? 0) * small + (of[BY_LARGE] ?? 0) * large
    return {
      category,
      bases: Float64Array.from(
        rows.flatMap((x) => [dot(x, weights.small, PIECE_COLUMNS), dot(x, weights.large, PIECE_COLUMNS)]),
      ),
      slopes: { small: slope(weights.small), large: slope(weights.large) },
      offset: offsetOf(counts, item) / unit.spread,
    }
  }
  const wearer = (shopper: ShopperFit): FitWearer => {
    const own = wearerIn(model, shopper)
    const x = fitFeatures(counts, { item: NO_ITEM, category: NO_ITEM, size: own.size }, own, unit)
    // What does not hang on the size is worked out once, with its logarithms.
    const alike = { small: dot(x, weights.small, ALIKE_COLUMNS), large: dot(x, weights.large, ALIKE_COLUMNS) }
    const known = x[KNOWN] ?? 0
    return {
      size: own.size,
      at: (size) => {
        const steps = sizeFeatures(size, own, unit, known)
        return {
          deviation: steps[0] ?? 0,
          small: alike.small + dotOf(steps, weights.small),
          large: alike.large + dotOf(steps, weights.large),
        }
      },
    }
  }
  const chance = ({ bases, slopes, offset }: FitPiece, nth: number, at: WearerAtSize): number => {
    const from = clipped(at.deviation - offset)
    const bend = from * from
    return chanceBetween(
      (bases[nth * 2] ?? 0) + at.small + from * slopes.small + bend * squares.small,
      (bases[nth * 2 + 1] ?? 0) + at.large + from * slopes.large + bend * squares.large,
    )
  }
  const usual = (item: number, category: number): number => {
    // Somebody's own size, so that the size says nothing and the piece everything.
    const at = wearer({ body: {}, past: [] }).at(nobody.size)
    return chance(piece(item, category, [nobody.size]), 0, at)
  }
  return { squares, piece, wearer, chance, usual }
}

/** P(fit) from the log-odds of too small and of too large against it. */
export const chanceBetween = (small: number, large: number): number => 1 / (1 + Math.exp(small) + Math.exp(large))

/** No product has it: its features are those of a piece of which nothing is known. */
const NO_ITEM = -1

import { type FitModel, fitProbabilities, type ShopperFit, wearerIn } from './fit-model'
import { smoothed } from './outcome-counts'

/** A size a product is sold in: what stands on the label, and its place on the numeric scale of its kind. */
export type SizeOption = { readonly label: string; readonly size: number }

export type ProductSizes = {
  readonly productId: number
  readonly categoryId: number
  readonly sizes: readonly SizeOption[]
}

export type SizeAdvice = {
  readonly size: string
  /** P(fit) of that size: of a hundred such advices about so many fit. Its calibration is measured by `recs eval`. */
  readonly confidence: number
  /** How the piece comes out for everybody. */
  readonly runs: 'small' | 'true' | 'large'
  /** Wearers whose answers stand behind `runs`. */
  readonly wearers: number
  /** Every size with its chances, in the order given. */
  readonly chances: readonly {
    readonly label: string
    readonly small: number
    readonly fit: number
    readonly large: number
  }[]
}

// Below it the answers of a few would speak for all.
const WEARERS_MIN = 5
// How many times likelier one side has to be than the other before a piece is said to run.
const RUNS_RATIO = 1.6

/** The size to keep. Nothing is advised (undefined) for a product without sizes. */
export function adviseSize(model: FitModel, shopper: ShopperFit, product: ProductSizes): SizeAdvice | undefined {
  const wearer = wearerIn(model, shopper)
  const chances = product.sizes.map(({ label, size }) => {
    const piece = { item: product.productId, category: product.categoryId, size }
    const [small = 0, fit = 0, large = 0] = fitProbabilities(model, wearer, piece)
    return { label, small, fit, large }
  })
  const [first, ...others] = chances
  if (!first) return undefined
  const best = others.reduce((one, other) => (other.fit > one.fit ? other : one), first)
  return { size: best.label, confidence: best.fit, chances, ...runsOf(model, product) }
}

/** Whether a piece runs small or large, by the answers of its wearers drawn towards those of its category. */
export function runsOf(model: FitModel, { productId, categoryId }: Pick<ProductSizes, 'productId' | 'categoryId'>) {
  const all = smoothed(model.counts.all, [1 / 3, 1 / 3, 1 / 3], 1)
  const ofCategory = smoothed(model.counts.categories.get(categoryId)?.counts, all, 50)
  const counts = model.counts.items.get(productId)?.counts
  const [small = 0, , large = 0] = smoothed(counts, ofCategory, 15)
  const wearers = counts ? counts.reduce((sum, count) => sum + count, 0) : 0
  if (wearers < WEARERS_MIN) return { runs: 'true', wearers } as const
  if (small > RUNS_RATIO * large) return { runs: 'small', wearers } as const
  return { runs: large > RUNS_RATIO * small ? 'large' : 'true', wearers } as const
}

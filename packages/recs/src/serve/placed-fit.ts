import { type SizePlace, sizePlace, type Wearing } from '@selvedge/core'
import { type CompiledFit, chanceBetween, compileFit, type FitWearer } from '../fit/compiled-fit'
import { clipped } from '../fit/fit-features'
import type { FitModel } from '../fit/fit-model'
import type { PastFit } from '../fit/fit-row'
import type { CatalogueTable } from './catalogue-table'
import {
  createFitPieces,
  FIT_UNKNOWN,
  type FitKinds,
  type FitPieces,
  HEAD,
  OFFSET,
  PER_SIZE,
  SIZES,
  SLOPE_LARGE,
  SLOPE_SMALL,
} from './fit-pieces'
import type { StockBits } from './stock-bits'

/** The chance that the product at a place is kept for its fit, 0 to 1. */
export type FitOf = (place: number) => number

/**
 * A fit model over one table: for a shopper of whom a body or worn sizes are known, and for one of whom nothing is. It
 * works in room of its own: an answer of `of` holds until the next shopper.
 */
export type PlacedFit = {
  of(wearing: Wearing | undefined, bits: StockBits): FitOf
  /** Fetches what chances of so many pieces are worked out from, together. */
  fetch(places: Int32Array, length: number): void
}

/** Nobody has worn what lies further from their own size: rates say nothing there. In sizes. */
export const FIT_STEPS_MAX = 1.5

/** How pieces fit a shopper, by the model where there is one. */
export const fitFor = (models: { readonly fit?: PlacedFit }, bits: StockBits, wearing: Wearing | undefined): FitOf =>
  models.fit?.of(wearing, bits) ?? (() => FIT_UNKNOWN)

/** Lays a fit model over a table; a product's part is worked out when it is first asked for. */
export function placeFit(table: CatalogueTable, model: FitModel, kinds: FitKinds): PlacedFit {
  const compiled = compileFit(model)
  const pieces = createFitPieces(table, compiled, kinds)
  const rooms = [createRoom(pieces.steps), createRoom(pieces.steps)]
  const placeOfSize = createSizePlaces(table, pieces)
  return {
    fetch: pieces.fetch,
    of: (wearing, bits) => {
      const wearers = wearing === undefined ? [] : wearersOf(wearing, { kinds, compiled, placeOfSize })
      if (wearers.length === 0) return pieces.usual
      const places = wearers.map((wearer, kind) => wearer && rooms[kind]?.(wearer))
      return (place) => {
        const at = pieces.recordOf(place)
        const own = places[pieces.kindAt(at)]
        return own === undefined ? pieces.usual(place) : bestChance(pieces, at, place, own, bits, compiled.squares)
      }
    },
  }
}

/** Sizes of the shop are placed already; another one that was worn is looked up. */
function createSizePlaces({ variants }: CatalogueTable, { sizes }: FitPieces): typeof sizePlace {
  return (size) => {
    const code = variants.sizes.find(size)
    return code < 0 ? sizePlace(size) : sizes[code]
  }
}

/** A wearer at every size of the shop, worked out when first asked for. */
type AtSizes = {
  readonly wearer: FitWearer
  readonly state: Uint8Array
  readonly deviations: Float64Array
  readonly small: Float64Array
  readonly large: Float64Array
}
const [UNKNOWN, NEAR, FAR] = [0, 1, 2]

/** Room for one wearer after another. */
function createRoom(steps: Float64Array): (wearer: FitWearer) => AtSizes {
  const state = new Uint8Array(steps.length)
  const [deviations, small, large] = [steps.slice(), steps.slice(), steps.slice()]
  return (wearer) => {
    for (let code = 0; code < steps.length; code++) {
      state[code] = Math.abs((steps[code] ?? 0) - wearer.size) > FIT_STEPS_MAX ? FAR : UNKNOWN
    }
    return { wearer, state, deviations, small, large }
  }
}

function learn({ wearer, state, deviations, small, large }: AtSizes, code: number, size: number): void {
  const at = wearer.at(size)
  state[code] = NEAR
  deviations[code] = at.deviation
  small[code] = at.small
  large[code] = at.large
}

/** The best chance among the sizes near the wearer's own that can be had, now or by a day; 0 where there is none. */
function bestChance(
  { records, steps }: FitPieces,
  at: number,
  place: number,
  own: AtSizes,
  bits: StockBits,
  squares: CompiledFit['squares'],
): number {
  const { state, deviations, small, large } = own
  const offset = records[at + OFFSET] ?? 0
  const [slopeSmall, slopeLarge] = [records[at + SLOPE_SMALL] ?? 0, records[at + SLOPE_LARGE] ?? 0]
  const end = at + HEAD + PER_SIZE * (records[at + SIZES] ?? 0)
  let [best, least] = [0, Number.POSITIVE_INFINITY]
  for (let size = at + HEAD; size < end; size += PER_SIZE) {
    const code = records[size] ?? 0
    if (state[code] === FAR || !bits.canHave(place, code)) continue
    if (state[code] === UNKNOWN) learn(own, code, steps[code] ?? 0)
    const from = clipped((deviations[code] ?? 0) - offset)
    const bend = from * from
    const tooSmall = (records[size + 1] ?? 0) + (small[code] ?? 0) + from * slopeSmall + bend * squares.small
    const tooLarge = (records[size + 2] ?? 0) + (large[code] ?? 0) + from * slopeLarge + bend * squares.large
    // Two exponentials are most of what a chance costs, and add up to at most twice the greater: past that it is no better.
    const worse = Math.max(tooSmall, tooLarge)
    if (worse > least + LN_2_UP) continue
    const chance = chanceBetween(tooSmall, tooLarge)
    if (chance <= best) continue
    best = chance
    least = worse
  }
  return best
}

/** A little more than the logarithm of 2. */
const LN_2_UP = 0.7

type WearersIn = {
  readonly kinds: FitKinds
  readonly compiled: CompiledFit
  readonly placeOfSize: typeof sizePlace
}

/** One wearer per kind of size of which something is known: a foot tells nothing of a shoulder. */
function wearersOf(
  { worn, body: { heightCm, weightKg } }: Wearing,
  { kinds, compiled, placeOfSize }: WearersIn,
): readonly (FitWearer | undefined)[] {
  const pasts: Record<SizePlace['kind'], PastFit[]> = { clothes: [], shoes: [] }
  for (const { size, outcome } of worn) {
    const found = placeOfSize(size)
    if (found) pasts[found.kind].push({ item: -1, category: kinds[found.kind], size: found.place, outcome })
  }
  const wearers: (FitWearer | undefined)[] = []
  const body = { heightCm, weightKg }
  for (const kind of ['clothes', 'shoes'] as const) {
    const past = pasts[kind]
    const isTold = kind === 'clothes' && (heightCm !== undefined || weightKg !== undefined)
    if (past.length > 0 || isTold) wearers[kinds[kind]] = compiled.wearer({ body, past })
  }
  return wearers
}

import { sizePlace, type Wearing } from '@selvedge/core'
import { compileFit, type FitPiece, type FitWearer, type WearerAtSize } from '../fit/compiled-fit'
import type { FitModel } from '../fit/fit-model'
import type { CatalogueTable } from './catalogue-table'
import type { StockBits } from './stock-bits'

/** The chance that the product at a place is kept for its fit, 0 to 1. */
export type FitOf = (place: number) => number

/** A fit model over one table: for a shopper of whom a body or worn sizes are known, and for one of whom nothing is. */
export type PlacedFit = { of(wearing: Wearing | undefined, bits: StockBits): FitOf }

/** The categories that the model tells apart, by kind of size. */
export type FitKinds = { readonly clothes: number; readonly shoes: number }

/** Nobody has worn what lies further from their own size: rates say nothing there. In sizes. */
export const FIT_STEPS_MAX = 1.5

/** Without a model, and for what has no size to be wrong. */
export const FIT_UNKNOWN = 0.9

/** How pieces fit a shopper, by the model where there is one. */
export const fitFor = (models: { readonly fit?: PlacedFit }, bits: StockBits, wearing: Wearing | undefined): FitOf =>
  models.fit?.of(wearing, bits) ?? (() => FIT_UNKNOWN)

type Placed = { readonly codes: readonly number[]; readonly piece: FitPiece; readonly usual: number }

/** Lays a fit model over a table; a product's part is worked out when it is first asked for. */
export function placeFit(table: CatalogueTable, model: FitModel, kinds: FitKinds): PlacedFit {
  const compiled = compileFit(model)
  const sizes = table.variants.sizes.values().map((label) => sizePlace(label))
  const steps = Float64Array.from(sizes, (size) => size?.place ?? 0)
  const pieces: (Placed | null | undefined)[] = Array.from({ length: table.size })
  const pieceAt = (place: number): Placed | undefined => {
    const known = pieces[place]
    if (known !== undefined) return known ?? undefined
    const made = pieceOf(table, place, sizes, kinds, compiled)
    pieces[place] = made ?? null
    return made
  }
  return {
    of: (wearing, bits) => {
      const wearers = wearing === undefined ? [] : wearersOf(wearing, kinds, compiled)
      if (wearers.length === 0) return (place) => pieceAt(place)?.usual ?? FIT_UNKNOWN
      const atSize: (WearerAtSize | undefined)[] = Array.from({ length: steps.length })
      return (place) => {
        const placed = pieceAt(place)
        if (placed === undefined) return FIT_UNKNOWN
        const { codes, piece, usual } = placed
        const wearer = wearers[piece.category]
        if (wearer === undefined) return usual
        let best = 0
        for (let nth = 0; nth < codes.length; nth++) {
          const code = codes[nth] ?? 0
          const size = steps[code] ?? 0
          if (Math.abs(size - wearer.size) > FIT_STEPS_MAX || !bits.hasSize(place, code)) continue
          const at = atSize[code] ?? wearer.at(size)
          atSize[code] = at
          const chance = compiled.chance(piece, nth, at)
          if (chance > best) best = chance
        }
        return best
      }
    },
  }
}

function pieceOf(
  { ids, variants }: CatalogueTable,
  place: number,
  sizes: readonly ReturnType<typeof sizePlace>[],
  kinds: FitKinds,
  compiled: ReturnType<typeof compileFit>,
): Placed | undefined {
  const own = new Set(variants.sizeCode.subarray(variants.from[place], variants.from[place + 1]))
  const codes = [...own].filter((code) => sizes[code] !== undefined)
  const kind = sizes[codes[0] ?? -1]?.kind
  if (kind === undefined) return undefined
  const item = ids[place] ?? 0
  const piece = compiled.piece(
    item,
    kinds[kind],
    codes.map((code) => sizes[code]?.place ?? 0),
  )
  return { codes, piece, usual: compiled.usual(item, kinds[kind]) }
}

/** One wearer per kind of size of which something is known: a foot tells nothing of a shoulder. */
function wearersOf(
  { worn, body: { heightCm, weightKg } }: Wearing,
  kinds: FitKinds,
  compiled: ReturnType<typeof compileFit>,
): readonly (FitWearer | undefined)[] {
  const wearers: (FitWearer | undefined)[] = []
  const body = { heightCm, weightKg }
  for (const kind of ['clothes', 'shoes'] as const) {
    const past = worn.flatMap(({ size, outcome }) => {
      const found = sizePlace(size)
      return found?.kind === kind ? [{ item: -1, category: kinds[kind], size: found.place, outcome }] : []
    })
    const isTold = kind === 'clothes' && (heightCm !== undefined || weightKg !== undefined)
    if (past.length > 0 || isTold) wearers[kinds[kind]] = compiled.wearer({ body, past })
  }
  return wearers
}

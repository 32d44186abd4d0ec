import { type SizePlace, sizePlace } from '@selvedge/core'
import type { CompiledFit } from '../fit/compiled-fit'
import type { CatalogueTable } from './catalogue-table'
import { looked } from './look-ahead'

/** The categories that the model tells apart, by kind of size. */
export type FitKinds = { readonly clothes: number; readonly shoes: number }

/** Without a model, and for what has no size to be wrong. */
export const FIT_UNKNOWN = 0.9

/**
 * What a record of a piece holds, side by side so that a piece is one or two lines of memory: its head, then for each of
 * its sizes the code and what the piece brings to too small and too large.
 */
export const [KIND, SIZES, SLOPE_SMALL, SLOPE_LARGE, OFFSET, USUAL, HEAD] = [0, 1, 2, 3, 4, 5, 6]
export const PER_SIZE = 3
const [UNREAD, NO_KIND] = [-2, -1]
/** Records begin at multiples of so many numbers: half a line of the processor's memory. */
const STEP = 8

export type FitPieces = {
  /** Sizes by code, on the scale of their kind; undefined for what has none. */
  readonly sizes: readonly (SizePlace | undefined)[]
  /** Their places; 0 for one that has none. */
  readonly steps: Float64Array
  readonly records: Float32Array
  /** Where the record of the piece at a place begins; worked out when it is first asked for. */
  recordOf(place: number): number
  /** Looks at the records of so many pieces, so that they are waited for together and not one by one. */
  fetch(places: Int32Array, length: number): void
  /** The model's category of the piece whose record begins there; NO_KIND for one without sizes. */
  kindAt(record: number): number
  /** The chance that the piece is kept by somebody of whom nothing is known. */
  usual(place: number): number
}

/** What every piece of a table brings to the chance that it fits, whoever wears it. */
export function createFitPieces(
  { size, ids, variants }: CatalogueTable,
  compiled: CompiledFit,
  kinds: FitKinds,
): FitPieces {
  const sizes = variants.sizes.values().map((label) => sizePlace(label))
  const codesOf = (place: number): readonly number[] =>
    [...new Set(variants.sizeCode.subarray(variants.from[place], variants.from[place + 1]))].filter(
      (code) => sizes[code] !== undefined,
    )
  let most = 0
  for (let place = 0; place < size; place++) most = Math.max(most, codesOf(place).length)
  const width = Math.ceil((HEAD + PER_SIZE * most) / STEP) * STEP
  const records = new Float32Array(size * width)
  for (let place = 0; place < size; place++) records[place * width + KIND] = UNREAD

  const read = (place: number, at: number): void => {
    const codes = codesOf(place)
    const kind = sizes[codes[0] ?? -1]?.kind
    records[at + KIND] = kind === undefined ? NO_KIND : kinds[kind]
    records[at + USUAL] = FIT_UNKNOWN
    if (kind === undefined) return
    const item = ids[place] ?? 0
    const piece = compiled.piece(
      item,
      kinds[kind],
      codes.map((code) => sizes[code]?.place ?? 0),
    )
    records[at + SIZES] = codes.length
    records[at + SLOPE_SMALL] = piece.slopes.small
    records[at + SLOPE_LARGE] = piece.slopes.large
    records[at + OFFSET] = piece.offset
    records[at + USUAL] = compiled.usual(item, kinds[kind])
    for (const [nth, code] of codes.entries()) {
      const own = [code, piece.bases[nth * 2] ?? 0, piece.bases[nth * 2 + 1] ?? 0]
      records.set(own, at + HEAD + nth * PER_SIZE)
    }
  }
  const recordOf = (place: number): number => {
    const at = place * width
    if (records[at + KIND] === UNREAD) read(place, at)
    return at
  }
  return {
    sizes,
    steps: Float64Array.from(sizes, (one) => one?.place ?? 0),
    records,
    recordOf,
    fetch: (places, length) => {
      let sum = 0
      for (let at = 0; at < length; at++) sum += records[(places[at] ?? 0) * width] ?? 0
      looked(sum)
    },
    kindAt: (record) => records[record + KIND] ?? NO_KIND,
    usual: (place) => records[recordOf(place) + USUAL] ?? FIT_UNKNOWN,
  }
}

import type { InterestKind, ShopperView } from '@selvedge/core'
import type { CatalogueTable } from './catalogue-table'
import { soughtTermsOf } from './sought-terms'
import type { StockBits } from './stock-bits'

/** A shopper in the codes of one table: what scoring reads. */
export type CodedShopper = {
  /** Liking by term code; `isBlank` when nothing is known. */
  readonly affinities: Weights
  readonly session: Weights
  readonly recent: readonly CodedInterest[]
  /** Sizes by category code, `words` numbers each; all zero where they are not known. */
  readonly sizeMasks: readonly (Int32Array | undefined)[]
  readonly shopper: ShopperView
}

/** Dense weights, with a zero behind the last term, and the few terms with the greatest, greatest first. */
export type Weights = { readonly byTerm: Float32Array; readonly strongest: readonly number[] }
export type CodedInterest = { readonly place: number; readonly kind: InterestKind; readonly weight: number }

const RECENT_MAX = 20
/** Of the evidence of a visit in one facet: as much as a handful of pieces that were looked at. */
const SEARCHED = 0.6
const STRONGEST_MAX = 8

/** Terms, products and sizes that the table does not know are left out. */
export function codeShopper(table: CatalogueTable, bits: StockBits, shopper: ShopperView): CodedShopper {
  const recent: CodedInterest[] = []
  for (const { productId, kind, weight } of shopper.recent) {
    const place = table.placeOf(productId)
    if (place >= 0 && Number.isFinite(weight)) recent.push({ place, kind, weight })
    if (recent.length === RECENT_MAX) break
  }
  const sizeMasks: (Int32Array | undefined)[] = Array.from({ length: table.categories.size })
  for (const [category, sizes] of shopper.sizes) {
    const code = table.categories.find(category)
    const mask = bits.maskOf(sizes)
    if (code >= 0 && mask.some((word) => word !== 0)) sizeMasks[code] = mask
  }
  return {
    affinities: weightsOf(table, shopper.affinities),
    session: weightsOf(table, withSought(table, shopper)),
    recent,
    sizeMasks,
    shopper,
  }
}

/** What was searched for is liked now, as far as it names anything; the stronger of two things said of a term counts. */
function withSought(table: CatalogueTable, { session, sought = [] }: ShopperView): ShopperView['session'] {
  if (sought.length === 0) return session
  const weights = new Map(session)
  const termsOf = soughtTermsOf(table)
  for (const { text, weight } of sought) {
    for (const code of termsOf(text)) {
      const term = table.vocabulary.text(code)
      weights.set(term, Math.max(weights.get(term) ?? 0, weight * SEARCHED))
    }
  }
  return weights
}

/** Scaled to a greatest absolute weight of 1, so that a busy shopper and a quiet one read alike. */
function weightsOf(table: CatalogueTable, pairs: Iterable<readonly [string, number]>): Weights {
  // One more than there are terms: what is felt for the term that a product does not have.
  const byTerm = new Float32Array(table.vocabulary.size + 1)
  const known: number[] = []
  let greatest = 0
  for (const [term, weight] of pairs) {
    const code = table.vocabulary.find(term)
    if (code < 0 || !Number.isFinite(weight)) continue
    byTerm[code] = weight
    known.push(code)
    greatest = Math.max(greatest, Math.abs(weight))
  }
  if (greatest > 0) for (const code of known) byTerm[code] = (byTerm[code] ?? 0) / greatest
  return { byTerm, strongest: strongestOf(known, byTerm) }
}

/** Of equals the smaller code first. Each is put in its place: sorting them all takes longer. */
function strongestOf(codes: readonly number[], byTerm: Float32Array): readonly number[] {
  const strongest: number[] = []
  for (const code of codes) {
    if (strongest.length === STRONGEST_MAX && !isStronger(byTerm, code, strongest[STRONGEST_MAX - 1] ?? 0)) continue
    let at = Math.min(strongest.length, STRONGEST_MAX - 1)
    for (; at > 0 && isStronger(byTerm, code, strongest[at - 1] ?? 0); at--) strongest[at] = strongest[at - 1] ?? 0
    strongest[at] = code
  }
  return strongest
}

function isStronger(byTerm: Float32Array, code: number, than: number): boolean {
  const [weight, other] = [byTerm[code] ?? 0, byTerm[than] ?? 0]
  return weight > other || (weight === other && code < than)
}

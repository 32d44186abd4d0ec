import type { CandidatePool } from './candidate-pool'
import type { CatalogueTable } from './catalogue-table'
import type { CodedShopper } from './coded-shopper'
import { FEATURE_COUNT, featureAt, TASTE_FACETS } from './feature-names'
import type { ItemFacts } from './item-facts'
import type { FitOf } from './placed-fit'
import { SOURCE_COUNT } from './source-names'
import type { StockBits } from './stock-bits'

export type FeatureRequest = {
  readonly table: CatalogueTable
  readonly bits: StockBits
  readonly facts: ItemFacts
  readonly shopper: CodedShopper
  readonly fit: FitOf
  readonly nowMs: number
}

const TASTE = featureAt('taste.category')
const VISIT = featureAt('visit.category')
const STOCK = featureAt('stock.size_known')
const DAY_MS = 86_400_000
const SCARCE_UNITS = 5

/**
 * Fills one row of features per candidate of the pool. Every value is finite and between -1 and 1, whatever it is
 * measured in: source scores relative to the source's best, ranks as 1 / (1 + (rank - 1) / 10), ages and days as decays.
 */
export function fillFeatures(
  request: FeatureRequest,
  pool: CandidatePool,
  facetColumn: Int8Array,
  out: Float32Array,
): void {
  for (let row = 0; row < pool.length; row++) {
    const from = row * FEATURE_COUNT
    fillSources(pool, row, out, from)
    fillItem(request, facetColumn, pool.places[row] ?? 0, out, from)
  }
}

/** The features of a product that no source has offered: its source columns are zero. */
export function fillItem(
  { table, bits, facts, shopper, fit, nowMs }: FeatureRequest,
  facetColumn: Int8Array,
  place: number,
  out: Float32Array,
  from: number,
): void {
  fillTaste(table, shopper, facetColumn, place, out, from)
  const ageDays = Math.max(0, nowMs - (table.publishedAtMs[place] ?? 0)) / DAY_MS
  const { seen: shown } = shopper.shopper
  const seen = shown.size === 0 ? 0 : (shown.get(table.ids[place] ?? -1) ?? 0)
  let at = from + STOCK
  out[at++] = shopper.sizeMasks[table.category[place] ?? 0] === undefined ? 0 : 1
  out[at++] = bits.share[place] ?? 0
  out[at++] = bits.units(place) <= SCARCE_UNITS ? 1 : 0
  out[at++] = bounded(fit(place))
  out[at++] = Math.exp(-Math.max(0, facts.shipDays[place] ?? 0) / 7)
  out[at++] = bounded(table.discount[place] ?? 0)
  out[at++] = facts.promoted[place] === 1 ? 1 : 0
  out[at++] = table.demand[place] ?? 0
  out[at++] = Math.exp(-ageDays / 30)
  out[at] = seen === 0 ? 0 : bounded(1 - Math.exp(-seen / 3))
}

/** Which taste column, from 0, each facet of the table fills; -1 for those that are no feature. */
export function tasteColumns(table: CatalogueTable): Int8Array {
  return Int8Array.from(table.facets.values(), (facet) => TASTE_FACETS.indexOf(facet))
}

function fillTaste(
  table: CatalogueTable,
  { affinities, session }: CodedShopper,
  facetColumn: Int8Array,
  place: number,
  out: Float32Array,
  from: number,
): void {
  // A loop: calling `fill` for a dozen numbers costs more than they do.
  for (let at = from + TASTE; at < from + STOCK; at++) out[at] = 0
  const to = table.termsFrom[place + 1] ?? 0
  for (let at = table.termsFrom[place] ?? 0; at < to; at++) {
    const term = table.terms[at] ?? 0
    const column = facetColumn[table.facetOfTerm[term] ?? 0] ?? -1
    if (column < 0) continue
    keepStrongest(out, from + TASTE + column, affinities.byTerm[term] ?? 0)
    keepStrongest(out, from + VISIT + column, session.byTerm[term] ?? 0)
  }
}

/** Of several terms of one facet (two colours) the one that is felt most counts, for better or worse. */
function keepStrongest(out: Float32Array, at: number, weight: number): void {
  if (Math.abs(weight) > Math.abs(out[at] ?? 0)) out[at] = weight
}

function fillSources({ ranks, scores, best }: CandidatePool, row: number, out: Float32Array, from: number): void {
  for (let source = 0, at = row * SOURCE_COUNT; source < SOURCE_COUNT; source++, at++) {
    const rank = ranks[at] ?? 0
    const top = best[source] ?? 0
    out[from + source] = rank > 0 && top > 0 ? bounded((scores[at] ?? 0) / top) : 0
    out[from + SOURCE_COUNT + source] = rank > 0 ? 1 / (1 + (rank - 1) / 10) : 0
  }
}

const bounded = (value: number): number => (value >= -1 ? Math.min(value, 1) : value < -1 ? -1 : 0)

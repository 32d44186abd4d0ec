import { CANDIDATES_MAX, type CandidatePool } from './candidate-pool'
import type { CatalogueTable } from './catalogue-table'
import type { CodedShopper } from './coded-shopper'
import { daysToShip } from './days-to-ship'
import { FEATURE_COUNT, featureAt, TASTE_FACETS } from './feature-names'
import type { ItemFacts } from './item-facts'
import {
  AGE_DAYS,
  bounded,
  CATEGORY,
  columnOf,
  DAY_MS,
  DEMAND,
  DISCOUNT,
  FIRST,
  FURTHER,
  furtherOf,
  type ItemLines,
  MARGIN,
  MORE,
  seasonsOf,
  TREND,
  termOf,
} from './item-lines'
import { looked } from './look-ahead'
import type { FitOf } from './placed-fit'
import { suitsSeason } from './season'
import { SOURCE_COUNT } from './source-names'
import type { StockBits } from './stock-bits'

export type FeatureRequest = {
  readonly table: CatalogueTable
  readonly bits: StockBits
  readonly facts: ItemFacts
  readonly shopper: CodedShopper
  readonly fit: FitOf
  readonly nowMs: number
  /** The season where the shopper is. */
  readonly season: number
}

const TASTE = featureAt('taste.category')
const VISIT = featureAt('visit.category')
const STOCK = featureAt('stock.size_known')
const FACETS = TASTE_FACETS.length
const SCARCE_UNITS = 5
/** Whole days, of which nearly all are, have been worked out. */
const SHIP_SHARES = Float64Array.from({ length: 64 }, (_, days) => Math.exp(-days / 7))
const shipShare = (days: number): number => SHIP_SHARES[days] ?? Math.exp(-Math.max(0, days) / 7)
/** What a rank counts, from 1; 0 for none. */
const RANK_SHARES = Float64Array.from({ length: CANDIDATES_MAX + 1 }, (_, rank) =>
  rank === 0 ? 0 : 1 / (1 + (rank - 1) / 10),
)

/**
 * Fills one row of features per candidate of the pool. Every value is finite and between -1 and 1, whatever it is
 * measured in: source scores relative to the source's best, ranks as 1 / (1 + (rank - 1) / 10), ages and days as decays.
 */
export function fillFeatures(request: FeatureRequest, pool: CandidatePool, out: Float32Array): void {
  fetchLines(request, pool)
  // Of a dozen sources one or two offered a candidate: what the others say is written at once.
  out.fill(0, 0, pool.length * FEATURE_COUNT)
  for (let row = 0; row < pool.length; row++) {
    const from = row * FEATURE_COUNT
    fillSources(pool, row, out, from)
    fillItem(request, pool.places[row] ?? 0, out, from)
  }
}

/** Looks at the lines that rows are filled from: one by one each would be waited for, side by side they come together. */
function fetchLines({ table, facts }: FeatureRequest, { places, length }: CandidatePool): void {
  const { values, width } = table.lines
  let sum = 0
  for (let row = 0; row < length; row++) {
    const place = places[row] ?? 0
    const line = place * width
    sum += (values[line] ?? 0) + (values[line + width - 1] ?? 0)
    sum += (facts.shipDays[place] ?? 0) + (facts.shipVaries[place] ?? 0) + (facts.promoted[place] ?? 0)
  }
  looked(sum)
}

/** All features of a product but what sources say of it: their columns are left as they are. */
export function fillItem(request: FeatureRequest, place: number, out: Float32Array, from: number): void {
  const { table, bits, facts, shopper, fit, nowMs, season } = request
  const { values, words, width, newestMs } = table.lines
  const line = place * width
  fillTaste(table.lines, line, shopper, out, from)
  const ageDays = Math.max(0, (nowMs - newestMs) / DAY_MS + (values[line + AGE_DAYS] ?? 0))
  const { seen: shown } = shopper.shopper
  const units = bits.units(place)
  const seen = shown.size === 0 ? 0 : (shown.get(table.ids[place] ?? -1) ?? 0)
  let at = from + STOCK
  const wanted = shopper.sizeMasks[values[line + CATEGORY] ?? 0]
  out[at++] = wanted === undefined ? 0 : 1
  out[at++] = bits.share(place)
  out[at++] = units > 0 && units <= SCARCE_UNITS ? 1 : 0
  out[at++] = bounded(fit(place))
  out[at++] = shipShare(daysToShip(request, place, wanted))
  out[at++] = values[line + DISCOUNT] ?? 0
  out[at++] = values[line + MARGIN] ?? 0
  out[at++] = facts.promoted[place] === 1 ? 1 : 0
  out[at++] = values[line + DEMAND] ?? 0
  out[at++] = values[line + TREND] ?? 0
  out[at++] = suitsSeason(seasonsOf(words[line + MORE] ?? 0), season)
  out[at++] = Math.exp(-ageDays / 30)
  out[at] = seen === 0 ? 0 : bounded(1 - Math.exp(-seen / 3))
}

function fillTaste(
  { words }: ItemLines,
  line: number,
  { affinities, session }: CodedShopper,
  out: Float32Array,
  from: number,
): void {
  for (let column = 0; column < FACETS; column++) {
    const term = words[line + FIRST + column] ?? 0
    out[from + TASTE + column] = affinities.byTerm[term] ?? 0
    out[from + VISIT + column] = session.byTerm[term] ?? 0
  }
  const to = line + FURTHER + furtherOf(words[line + MORE] ?? 0)
  for (let at = line + FURTHER; at < to; at++) {
    const packed = words[at] ?? 0
    const [term, column] = [termOf(packed), columnOf(packed)]
    keepStrongest(out, from + TASTE + column, affinities.byTerm[term] ?? 0)
    keepStrongest(out, from + VISIT + column, session.byTerm[term] ?? 0)
  }
}

/** Of several terms of one facet (two colours) the one that is felt most counts, for better or worse. */
function keepStrongest(out: Float32Array, at: number, weight: number): void {
  if (Math.abs(weight) > Math.abs(out[at] ?? 0)) out[at] = weight
}

/** Into columns that are zero. */
function fillSources({ ranks, scores, best }: CandidatePool, row: number, out: Float32Array, from: number): void {
  for (let source = 0, at = row * SOURCE_COUNT; source < SOURCE_COUNT; source++, at++) {
    const rank = ranks[at] ?? 0
    if (rank === 0) continue
    const top = best[source] ?? 0
    out[from + source] = top > 0 ? bounded((scores[at] ?? 0) / top) : 0
    out[from + SOURCE_COUNT + source] = RANK_SHARES[rank] ?? 0
  }
}

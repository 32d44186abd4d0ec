import { type Eligibility, FILTERS, type FilterName } from './eligibility'
import { looked } from './look-ahead'
import { SOURCE_COUNT, SOURCE_NAMES, type SourceName } from './source-names'

/** Candidates an answer ranks at most. */
export const CANDIDATES_MAX = 500

/**
 * The union of what the sources offer, filtered as it comes in: what cannot be sold takes no place. Made once per
 * engine and begun anew for each answer; answers are made one after another, so they share it.
 */
export type CandidatePool = {
  /** Empties the pool for an answer whose products this judges. */
  begin(judge: Pick<Eligibility, 'refusal' | 'fetch'>): void
  /** The next offers are this source's, best first. */
  from(source: SourceName): void
  /** Says which places are offered next: what judging them takes is fetched together. Nothing else comes of it. */
  expect(places: Int32Array, length: number): void
  /** Whether the next offer of a product would be judged well, or has been; its refusal is the source's whose turn it is. */
  wants(place: number): boolean
  /** Takes a product in with the source's score (finite, higher is better) and, for the reason, what led to it. */
  offer(place: number, score: number, evidence?: number): boolean
  readonly length: number
  readonly places: Int32Array
  /** Row of a candidate by its place; only for places that are candidates. */
  rowOf(place: number): number
  /** Score and rank (from 1; 0 when the source did not offer it) of candidate `c` from source `s`: `[c * SOURCE_COUNT + s]`. */
  readonly scores: Float32Array
  readonly ranks: Uint16Array
  /** What led the source to the product: a place, a term or -1. */
  readonly evidence: Int32Array
  /** The greatest score of each source in this answer, 0 where none is above it. */
  readonly best: Float32Array
  /** Products refused in this answer, with the filter and the first source that offered them. Made when asked for. */
  refused(): ReadonlyMap<number, { readonly filter: FilterName; readonly source: SourceName }>
}

/** In the place of a row: it may not be shown, or it may and was not offered yet. */
const [REFUSED, WANTED] = [-1, -2]

export function createCandidatePool(catalogueSize: number): CandidatePool {
  // By place, side by side: the number of the answer it was judged in, and its row or what was found.
  const entries = new Int32Array(catalogueSize * 2)
  const places = new Int32Array(CANDIDATES_MAX)
  const scores = new Float32Array(CANDIDATES_MAX * SOURCE_COUNT)
  const ranks = new Uint16Array(CANDIDATES_MAX * SOURCE_COUNT)
  const evidence = new Int32Array(CANDIDATES_MAX * SOURCE_COUNT)
  const best = new Float32Array(SOURCE_COUNT)
  // Refusals as place and filter and source in one number each: hundreds of them in every answer, looked at by few.
  const refused: number[] = []
  let [stamp, length, source, rank] = [0, 0, 0, 0]
  let judge: Pick<Eligibility, 'refusal' | 'fetch'> = { refusal: () => -1, fetch: () => undefined }

  /** The row of a product, or what was found of it. */
  const judged = (place: number): number => {
    const entry = place * 2
    if (entries[entry] === stamp) return entries[entry + 1] ?? REFUSED
    const filter = judge.refusal(place)
    if (filter >= 0) refused.push((place * FILTERS.length + filter) * SOURCE_COUNT + source)
    const found = filter >= 0 ? REFUSED : WANTED
    entries[entry] = stamp
    entries[entry + 1] = found
    return found
  }
  const slotFor = (place: number): number => {
    const found = judged(place)
    if (found !== WANTED) return found
    if (length === CANDIDATES_MAX) return REFUSED // there is no room, which is no judgement
    places[length] = place
    const to = (length + 1) * SOURCE_COUNT
    for (let at = length * SOURCE_COUNT; at < to; at++) {
      scores[at] = 0
      ranks[at] = 0
      evidence[at] = -1
    }
    entries[place * 2 + 1] = length
    length++
    return length - 1
  }

  return {
    begin: (judged) => {
      stamp = (stamp + 1) | 0
      if (stamp <= 0) {
        entries.fill(0)
        stamp = 1
      }
      length = 0
      refused.length = 0
      best.fill(0)
      judge = judged
    },
    from: (name) => {
      source = SOURCE_NAMES.indexOf(name)
      rank = 0
    },
    expect: (expected, count) => {
      let sum = 0
      for (let at = 0; at < count; at++) sum += entries[(expected[at] ?? 0) * 2] ?? 0
      looked(sum)
      judge.fetch(expected, count)
    },
    wants: (place) => judged(place) !== REFUSED,
    offer: (place, score, led = -1) => {
      if (place < 0 || place >= catalogueSize || !Number.isFinite(score)) return false
      const slot = slotFor(place)
      if (slot < 0) return false
      const at = slot * SOURCE_COUNT + source
      if ((ranks[at] ?? 0) > 0) return false
      rank++
      ranks[at] = rank
      scores[at] = score
      evidence[at] = led
      if (score > (best[source] ?? 0)) best[source] = score
      return true
    },
    get length() {
      return length
    },
    places,
    rowOf: (place) => entries[place * 2 + 1] ?? -1,
    scores,
    ranks,
    evidence,
    best,
    refused: () => new Map(refused.map(refusalOf)),
  }
}

function refusalOf(packed: number): [number, { filter: FilterName; source: SourceName }] {
  const judged = Math.floor(packed / SOURCE_COUNT)
  const filter = FILTERS[judged % FILTERS.length] ?? 'sold-out'
  const source = SOURCE_NAMES[packed % SOURCE_COUNT] ?? 'popular'
  return [Math.floor(judged / FILTERS.length), { filter, source }]
}

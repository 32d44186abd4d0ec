import type { FilterName } from './eligibility'
import { SOURCE_COUNT, SOURCE_NAMES, type SourceName } from './source-names'

/** Candidates an answer ranks at most. */
export const CANDIDATES_MAX = 500

/**
 * The union of what the sources offer, filtered as it comes in: what cannot be sold takes no place. Made once per
 * engine and begun anew for each answer; answers are made one after another, so they share it.
 */
export type CandidatePool = {
  /** Empties the pool for an answer whose products are judged by `refusal`. */
  begin(refusal: (place: number) => FilterName | undefined): void
  /** The next offers are this source's, best first. */
  from(source: SourceName): void
  /** Takes a product in with the source's score (finite, higher is better) and, for the reason, what led to it. */
  offer(place: number, score: number, evidence?: number): boolean
  readonly length: number
  readonly places: Int32Array
  /** Score and rank (from 1; 0 when the source did not offer it) of candidate `c` from source `s`: `[c * SOURCE_COUNT + s]`. */
  readonly scores: Float32Array
  readonly ranks: Uint16Array
  /** What led the source to the product: a place, a term or -1. */
  readonly evidence: Int32Array
  /** Products refused in this answer, with the filter and the first source that offered them. */
  readonly refused: ReadonlyMap<number, { readonly filter: FilterName; readonly source: SourceName }>
}

export function createCandidatePool(catalogueSize: number): CandidatePool {
  const slotOf = new Int16Array(catalogueSize)
  const stampOf = new Uint32Array(catalogueSize)
  const places = new Int32Array(CANDIDATES_MAX)
  const scores = new Float32Array(CANDIDATES_MAX * SOURCE_COUNT)
  const ranks = new Uint16Array(CANDIDATES_MAX * SOURCE_COUNT)
  const evidence = new Int32Array(CANDIDATES_MAX * SOURCE_COUNT)
  const refused = new Map<number, { filter: FilterName; source: SourceName }>()
  let [stamp, length, source, rank] = [0, 0, 0, 0]
  let refusal: (place: number) => FilterName | undefined = () => undefined

  const slotFor = (place: number): number => {
    if (stampOf[place] === stamp) return slotOf[place] ?? -1
    stampOf[place] = stamp
    slotOf[place] = -1
    const filter = refusal(place)
    if (filter !== undefined) {
      refused.set(place, { filter, source: SOURCE_NAMES[source] ?? 'popular' })
      return -1
    }
    if (length === CANDIDATES_MAX) {
      stampOf[place] = 0 // there was no room, which is no judgement
      return -1
    }
    places[length] = place
    scores.fill(0, length * SOURCE_COUNT, (length + 1) * SOURCE_COUNT)
    ranks.fill(0, length * SOURCE_COUNT, (length + 1) * SOURCE_COUNT)
    evidence.fill(-1, length * SOURCE_COUNT, (length + 1) * SOURCE_COUNT)
    slotOf[place] = length
    length++
    return length - 1
  }

  return {
    begin: (judge) => {
      stamp = (stamp + 1) >>> 0
      if (stamp === 0) {
        stampOf.fill(0)
        stamp = 1
      }
      length = 0
      refused.clear()
      refusal = judge
    },
    from: (name) => {
      source = SOURCE_NAMES.indexOf(name)
      rank = 0
    },
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
      return true
    },
    get length() {
      return length
    },
    places,
    scores,
    ranks,
    evidence,
    refused,
  }
}

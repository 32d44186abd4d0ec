import { placeOfKey, rankKey, sortKeys } from './rank-key'

// Room for so many times what is wanted: the more, the seldomer it is cleared, and the longer a clearing takes.
const ROOM = 5
// So many scores, evenly spread over all, tell about where the best begin; the bar lets in so many times the wanted.
const SAMPLE = 256
const MARGIN = 3

/** Answers places of the `limit` greatest scores, greatest first; of equals the smaller place. Scores are finite. */
export type BestOf = (scores: Float32Array, limit: number) => Int32Array

/**
 * Works in room of its own, the answer is overwritten by the next. One pass keeps what is above a bar that a sample sets;
 * when the room is full it is sorted, cut down to what is wanted, and the bar is the worst of that: places ascend, so
 * that an equal of the worst comes too late. A bar that let in too few is dropped.
 */
export function createBestOf(): BestOf {
  const sample = new Float32Array(SAMPLE)
  let keys = new Float64Array(0)
  let best = new Int32Array(0)

  /** A score that about MARGIN times the wanted ones are above; minus infinity where a sample would not tell. */
  const barFor = (scores: Float32Array, wanted: number): number => {
    const above = Math.ceil((MARGIN * wanted * SAMPLE) / scores.length)
    if (scores.length < SAMPLE * 4 || above < 3 || above >= SAMPLE) return Number.NEGATIVE_INFINITY
    const step = scores.length / SAMPLE
    for (let at = 0; at < SAMPLE; at++) sample[at] = scores[Math.floor(at * step)] ?? 0
    sample.sort()
    return sample[SAMPLE - 1 - above] ?? Number.NEGATIVE_INFINITY
  }
  /** How many keys were kept; the wanted ones are among them when there are so many. */
  const keep = (scores: Float32Array, wanted: number, from: number): number => {
    let [length, bar] = [0, from]
    for (let place = 0; place < scores.length; place++) {
      const score = scores[place] ?? 0
      if (score <= bar) continue
      keys[length++] = rankKey(score, place)
      if (length < keys.length) continue
      sortKeys(keys, keys.length)
      length = wanted
      bar = scores[placeOfKey(keys[wanted - 1] ?? 0)] ?? 0
    }
    return length
  }
  return (scores, limit) => {
    const wanted = Math.min(limit, scores.length)
    if (wanted === 0) return NONE
    if (keys.length < wanted * ROOM) keys = new Float64Array(wanted * ROOM)
    if (best.length < wanted) best = new Int32Array(wanted)
    let length = keep(scores, wanted, barFor(scores, wanted))
    if (length < wanted) length = keep(scores, wanted, Number.NEGATIVE_INFINITY)
    sortKeys(keys, length)
    for (let at = 0; at < wanted; at++) best[at] = placeOfKey(keys[at] ?? 0)
    return best.subarray(0, wanted)
  }
}

const NONE = new Int32Array(0)

import { placeOfKey, rankKey } from './rank-key'

// Room for so many times what is wanted: the more, the seldomer it is cleared, and the longer a clearing takes.
const ROOM = 5

/** Answers places of the `limit` greatest scores, greatest first; of equals the smaller place. Scores are finite. */
export type BestOf = (scores: Float32Array, limit: number) => Int32Array

/**
 * Works in room of its own, the answer is overwritten by the next. One pass keeps what is above the worst that is still
 * wanted; when the room is full it is sorted and cut down to what is wanted. Places ascend, so that an equal of the worst
 * comes too late. However scores are spread, few are kept and none is looked at twice.
 */
export function createBestOf(): BestOf {
  let keys = new Float64Array(0)
  let best = new Int32Array(0)
  return (scores, limit) => {
    const wanted = Math.min(limit, scores.length)
    if (wanted === 0) return NONE
    if (keys.length < wanted * ROOM) keys = new Float64Array(wanted * ROOM)
    if (best.length < wanted) best = new Int32Array(wanted)
    let [length, bar] = [0, Number.NEGATIVE_INFINITY]
    for (let place = 0; place < scores.length; place++) {
      const score = scores[place] ?? 0
      if (score <= bar) continue
      keys[length++] = rankKey(score, place)
      if (length < keys.length) continue
      keys.sort()
      length = wanted
      bar = scores[placeOfKey(keys[wanted - 1] ?? 0)] ?? 0
    }
    keys.subarray(0, length).sort()
    for (let at = 0; at < wanted; at++) best[at] = placeOfKey(keys[at] ?? 0)
    return best.subarray(0, wanted)
  }
}

const NONE = new Int32Array(0)

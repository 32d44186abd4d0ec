import { placeOfKey, rankKey } from './rank-key'

// So many scores, evenly spread over all, tell about where the best begin.
const SAMPLE = 256
// The bar is set for so many times what is wanted: a sample errs, and too many cost less than a second pass.
const MARGIN = 2
const ROOM = 8

/**
 * Places of the `limit` greatest scores, greatest first; of equals the smaller place. Scores are finite. One pass over
 * the scores keeps those above a bar that a sample sets, and they alone are sorted; a bar that let in too few or too many is dropped.
 */
export function bestOf(scores: Float32Array, limit: number): Int32Array {
  const wanted = Math.min(limit, scores.length)
  if (wanted === 0) return new Int32Array(0)
  const above = keysAbove(scores, barFor(scores, wanted), wanted * ROOM)
  const keys = above.length >= wanted ? above : keysAbove(scores, Number.NEGATIVE_INFINITY, scores.length)
  keys.sort()
  const best = new Int32Array(wanted)
  for (let at = 0; at < wanted; at++) best[at] = placeOfKey(keys[at] ?? 0)
  return best
}

/** A score that about MARGIN times the wanted ones reach; minus infinity where a sample would not tell. */
function barFor(scores: Float32Array, wanted: number): number {
  const share = (MARGIN * wanted) / scores.length
  if (scores.length < SAMPLE * 4 || share * SAMPLE < 2) return Number.NEGATIVE_INFINITY
  const sample = new Float32Array(SAMPLE)
  const step = scores.length / SAMPLE
  for (let at = 0; at < SAMPLE; at++) sample[at] = scores[Math.floor(at * step)] ?? 0
  sample.sort()
  return sample[Math.max(0, SAMPLE - 1 - Math.ceil(share * SAMPLE))] ?? Number.NEGATIVE_INFINITY
}

/** Equals of the bar are kept: one of them may be wanted. Nothing when there are more than there is room for. */
function keysAbove(scores: Float32Array, bar: number, room: number): Float64Array {
  const places = new Int32Array(Math.min(room, scores.length))
  let length = 0
  for (let place = 0; place < scores.length; place++) {
    if ((scores[place] ?? 0) >= bar) places[length++] = place
  }
  if (length > places.length) return new Float64Array(0)
  const keys = new Float64Array(length)
  for (let at = 0; at < length; at++) {
    const place = places[at] ?? 0
    keys[at] = rankKey(scores[place] ?? 0, place)
  }
  return keys
}

/** Places of the `limit` greatest scores, greatest first; of equals the smaller place. Scores are finite. */
export function bestOf(scores: Float32Array, limit: number): Int32Array {
  const kept = Math.min(limit, scores.length)
  // A heap whose root is the least of the kept ones: most scores are turned away by one comparison.
  const heap = new Int32Array(kept)
  const isLess = (a: number, b: number): boolean => {
    const x = scores[a] ?? 0
    const y = scores[b] ?? 0
    return x < y || (x === y && a > b)
  }
  const sink = (from: number, length: number): void => {
    let at = from
    for (;;) {
      const left = 2 * at + 1
      const right = left + 1
      let least = at
      if (left < length && isLess(heap[left] ?? 0, heap[least] ?? 0)) least = left
      if (right < length && isLess(heap[right] ?? 0, heap[least] ?? 0)) least = right
      if (least === at) return
      const moved = heap[at] ?? 0
      heap[at] = heap[least] ?? 0
      heap[least] = moved
      at = least
    }
  }
  for (let place = 0; place < kept; place++) heap[place] = place
  for (let at = (kept >> 1) - 1; at >= 0; at--) sink(at, kept)
  if (kept > 0) {
    let least = scores[heap[0] ?? 0] ?? 0
    for (let place = kept; place < scores.length; place++) {
      // Of equals the one that is there stays: its place is the smaller.
      if ((scores[place] ?? 0) <= least) continue
      heap[0] = place
      sink(0, kept)
      least = scores[heap[0] ?? 0] ?? 0
    }
  }
  for (let last = kept - 1; last > 0; last--) {
    const least = heap[0] ?? 0
    heap[0] = heap[last] ?? 0
    heap[last] = least
    sink(0, last)
  }
  return heap
}

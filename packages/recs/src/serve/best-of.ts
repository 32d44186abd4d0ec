/** Places of the `limit` greatest scores, greatest first; of equals the smaller place. Scores are finite. */
export function bestOf(scores: Float32Array, limit: number): Int32Array {
  const kept = Math.min(limit, scores.length)
  // A heap whose root is the least of the kept ones: most scores are turned away by one comparison.
  const heap = new Int32Array(kept)
  const isLess = (a: number, b: number): boolean => {
    const [x, y] = [scores[a] ?? 0, scores[b] ?? 0]
    return x < y || (x === y && a > b)
  }
  const sink = (from: number, length: number): void => {
    let at = from
    for (;;) {
      let least = at
      for (const child of [2 * at + 1, 2 * at + 2]) {
        if (child < length && isLess(heap[child] ?? 0, heap[least] ?? 0)) least = child
      }
      if (least === at) return
      const moved = heap[at] ?? 0
      heap[at] = heap[least] ?? 0
      heap[least] = moved
      at = least
    }
  }
  for (let place = 0; place < kept; place++) heap[place] = place
  for (let at = (kept >> 1) - 1; at >= 0; at--) sink(at, kept)
  for (let place = kept; place < scores.length; place++) {
    if (kept === 0 || !isLess(heap[0] ?? 0, place)) continue
    heap[0] = place
    sink(0, kept)
  }
  for (let last = kept - 1; last > 0; last--) {
    const least = heap[0] ?? 0
    heap[0] = heap[last] ?? 0
    heap[last] = least
    sink(0, last)
  }
  return heap
}

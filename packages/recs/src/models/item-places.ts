/** Place of an id in ascending ids, by binary search; -1 when absent. */
export function placeOf(itemIds: Int32Array, itemId: number): number {
  let [low, high] = [0, itemIds.length - 1]
  while (low <= high) {
    const middle = (low + high) >>> 1
    const found = itemIds[middle] ?? 0
    if (found === itemId) return middle
    if (found < itemId) low = middle + 1
    else high = middle - 1
  }
  return -1
}

/** Ids ascending, each once: what every model's places point into. */
export const ascendingIds = (ids: Iterable<number>): Int32Array => Int32Array.from(new Set(ids)).sort()

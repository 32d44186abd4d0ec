/** The area under the ROC curve: the chance that a positive stands above a negative, ties counting half. */
export function areaUnderCurve(scores: Float32Array | Float64Array, isPositive: (row: number) => boolean): number {
  const order = Array.from(scores.keys()).sort((a, b) => (scores[a] ?? 0) - (scores[b] ?? 0))
  let [ranks, positives, from] = [0, 0, 0]
  while (from < order.length) {
    let to = from
    while (to < order.length && scores[order[to] ?? 0] === scores[order[from] ?? 0]) to++
    for (let at = from; at < to; at++) {
      if (!isPositive(order[at] ?? 0)) continue
      positives++
      ranks += (from + to + 1) / 2
    }
    from = to
  }
  const negatives = order.length - positives
  return positives === 0 || negatives === 0
    ? 0.5
    : (ranks - (positives * (positives + 1)) / 2) / (positives * negatives)
}

/**
 * Expected calibration error (Guo et al. 2017) over bins with equal numbers of rows: the mean distance between what was
 * promised and what came.
 */
export function calibrationError(scores: Float64Array, isPositive: (row: number) => boolean, bins = 15): number {
  const order = Array.from(scores.keys()).sort((a, b) => (scores[a] ?? 0) - (scores[b] ?? 0))
  let error = 0
  for (let bin = 0; bin < bins; bin++) {
    const part = order.slice(Math.floor((bin * order.length) / bins), Math.floor(((bin + 1) * order.length) / bins))
    let difference = 0
    for (const row of part) difference += (scores[row] ?? 0) - (isPositive(row) ? 1 : 0)
    error += Math.abs(difference)
  }
  return order.length === 0 ? 0 : error / order.length
}

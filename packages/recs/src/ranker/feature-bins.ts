/** Features as places among their own quantiles: what histograms are counted over. */
export type Bins = {
  /** Upper edges of the bins of each feature, ascending; the last bin has none. */
  readonly edges: readonly Float32Array[]
  /** Feature by feature, all rows of one together. */
  readonly codes: Uint8Array
}

export const BINS_MAX = 32
const SAMPLE = 20_000

/** Bins of about equal numbers of rows, from a sample evenly apart. */
export function binFeatures(x: Float32Array, features: number): Bins {
  const rows = x.length / features
  const step = Math.max(1, Math.floor(rows / SAMPLE))
  const edges = Array.from({ length: features }, (_, feature) => {
    const sample = Float32Array.from(
      { length: Math.ceil(rows / step) },
      (_, n) => x[n * step * features + feature] ?? 0,
    )
    sample.sort()
    const found = new Set<number>()
    for (let bin = 1; bin < BINS_MAX; bin++) {
      found.add(sample[Math.floor((bin * sample.length) / BINS_MAX)] ?? 0)
    }
    // An edge at the very top would leave an empty bin above it.
    found.delete(sample[sample.length - 1] ?? 0)
    return Float32Array.from(found)
  })
  const codes = new Uint8Array(rows * features)
  for (const [feature, own] of edges.entries()) {
    for (let row = 0; row < rows; row++) codes[feature * rows + row] = binOf(own, x[row * features + feature] ?? 0)
  }
  return { edges, codes }
}

/** The first bin whose upper edge is not below the value. */
function binOf(edges: Float32Array, value: number): number {
  let [low, high] = [0, edges.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (value > (edges[middle] ?? 0)) low = middle + 1
    else high = middle
  }
  return low
}

/** Draws 0..n-1 with probability proportional to 1 / (rank + 1). */
export const createZipf = (n: number): (() => number) => {
  const cumulative: number[] = []
  let sum = 0
  for (let rank = 1; rank <= n; rank += 1) {
    sum += 1 / rank
    cumulative.push(sum)
  }
  return () => {
    const target = Math.random() * sum
    let low = 0
    let high = n - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if ((cumulative[middle] ?? 0) < target) low = middle + 1
      else high = middle
    }
    return low
  }
}

/**
 * Demand by rank, best seller first: share of rank r is proportional to r^-s (Zipf). s = 0.9 keeps the best tenth of a
 * fashion range near half of its sales. The shares sum to 1.
 */
export function zipfShares(count: number, exponent = 0.9): Float64Array {
  const shares = new Float64Array(count)
  let total = 0
  for (let rank = 1; rank <= count; rank++) {
    const weight = rank ** -exponent
    shares[rank - 1] = weight
    total += weight
  }
  return shares.map((weight) => weight / total)
}

/**
 * The sum of products of so many numbers of `a`, from place `atA` on, with those of `b` from `atB` on. Four sums side by
 * side: the additions of one would wait for each other, which takes twice as long.
 */
export function innerProduct(a: Float32Array, atA: number, b: Float32Array, atB: number, length: number): number {
  let [first, second, third, fourth] = [0, 0, 0, 0]
  const even = length - (length % 4)
  for (let k = 0; k < even; k += 4) {
    first += (a[atA + k] ?? 0) * (b[atB + k] ?? 0)
    second += (a[atA + k + 1] ?? 0) * (b[atB + k + 1] ?? 0)
    third += (a[atA + k + 2] ?? 0) * (b[atB + k + 2] ?? 0)
    fourth += (a[atA + k + 3] ?? 0) * (b[atB + k + 3] ?? 0)
  }
  for (let k = even; k < length; k++) first += (a[atA + k] ?? 0) * (b[atB + k] ?? 0)
  return first + second + (third + fourth)
}

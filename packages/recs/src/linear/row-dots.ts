/**
 * Dot products of four rows of `a` (from `i`) with two rows of `b` (from `j`), over the columns `from .. to`, both with
 * rows of `width` numbers; `out` gets the eight sums, row by row. Six loads serve eight multiplications, and the
 * sums stay in registers: about twice the speed of one product at a time.
 */
export function rowDots(
  a: Float64Array,
  i: number,
  b: Float64Array,
  j: number,
  width: number,
  from: number,
  to: number,
  out: Float64Array,
): void {
  const [a0, a1, a2, a3] = [i * width, (i + 1) * width, (i + 2) * width, (i + 3) * width]
  const [b0, b1] = [j * width, (j + 1) * width]
  let [s00, s01, s10, s11, s20, s21, s30, s31] = [0, 0, 0, 0, 0, 0, 0, 0]
  for (let k = from; k < to; k++) {
    const x0 = b[b0 + k] ?? 0
    const x1 = b[b1 + k] ?? 0
    const y0 = a[a0 + k] ?? 0
    const y1 = a[a1 + k] ?? 0
    const y2 = a[a2 + k] ?? 0
    const y3 = a[a3 + k] ?? 0
    s00 += y0 * x0
    s01 += y0 * x1
    s10 += y1 * x0
    s11 += y1 * x1
    s20 += y2 * x0
    s21 += y2 * x1
    s30 += y3 * x0
    s31 += y3 * x1
  }
  out[0] = s00
  out[1] = s01
  out[2] = s10
  out[3] = s11
  out[4] = s20
  out[5] = s21
  out[6] = s30
  out[7] = s31
}

import type { Size, SizeRun } from '@selvedge/core'
import type { Random } from './random'

/** The sizes a product is made in: the whole run, a run without its ends, or for trousers two of three lengths. */
export function chooseSizes({ system, sizes }: SizeRun, random: Random): readonly Size[] {
  if (system === 'one-size') return sizes
  if (system === 'waist-length') {
    const lengths = random.weighted([['L32', 'L34'], ['L30', 'L32'], ['L30', 'L32', 'L34'], ['L32']], (_, i) => 4 - i)
    return sizes.filter((size) => lengths.some((length) => size.code.endsWith(length)))
  }
  const from = random.chance(0.3) ? 1 : 0
  const to = sizes.length - (random.chance(0.3) ? 1 : 0)
  return sizes.slice(from, to)
}

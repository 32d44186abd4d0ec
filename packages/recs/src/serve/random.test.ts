import { expect, test } from 'vitest'
import { betaSampler, createRandom } from './random'

const DRAWS = 20_000
const drawn = (a: number, b: number): readonly number[] => {
  const draw = betaSampler(createRandom(5), a, b)
  return Array.from({ length: DRAWS }, draw)
}
const mean = (of: readonly number[]): number => of.reduce((sum, one) => sum + one, 0) / of.length

test('chances are drawn as their distribution says: its mean a / (a + b) and what lies above a tenth', () => {
  // Beta(1, b): P(above x) = (1 - x)^b.
  expect(mean(drawn(1, 19))).toBeCloseTo(1 / 20, 2)
  expect(mean(drawn(1, 19).map((chance) => (chance > 0.1 ? 1 : 0)))).toBeCloseTo(0.9 ** 19, 2)
  // Beta(2, b): P(above x) = (1 - x)^b (1 + b x), with b + 1 in the power.
  expect(mean(drawn(2, 18))).toBeCloseTo(2 / 20, 2)
  expect(mean(drawn(2, 18).map((chance) => (chance > 0.1 ? 1 : 0)))).toBeCloseTo(0.9 ** 18 * (1 + 18 * 0.1), 2)
})

test('an arm without a click is drawn as one with hardly any is', () => {
  const [none, hardly] = [drawn(1, 19), drawn(1 + 1e-9, 19)].map((draws) => [...draws].sort((a, b) => a - b))
  for (const share of [0.1, 0.5, 0.9]) {
    const at = Math.floor(share * DRAWS)
    expect(none?.[at]).toBeCloseTo(hardly?.[at] ?? Number.NaN, 2)
  }
})

import { assignArm, type ExperimentDesign, HOLDOUT } from '@selvedge/core'
import { describe, expect, test } from 'vitest'
import { createRandom } from '../serve/random'
import { compareAlwaysValid, compareOnce } from './always-valid'
import { adjustByPast } from './cuped'
import { type ArmMoments, meanAndVariance, momentsOf } from './moments'
import { readExperiment } from './read-experiment'
import { checkSampleRatio, chiSquareTail } from './sample-ratio'

const design: ExperimentDesign = {
  hypothesis: 'More difference, more orders',
  placements: ['for-you'],
  arms: [
    { slug: 'control', weight: 1, settings: { kind: 'house' } },
    { slug: 'mixed', weight: 1, settings: { kind: 'impersonal' } },
  ],
  holdoutPercent: 10,
  metric: 'order',
  guardrail: { metric: 'return', maxRisePercent: 10 },
  alpha: 0.05,
}
const people = Array.from({ length: 20_000 }, (_, n) => `v:${n}`)

describe('assignment', () => {
  test('is the same for a person every time, and falls as the weights say', () => {
    const counts = new Map<string, number>()
    for (const person of people) {
      const arm = assignArm({ slug: 'mix', design }, person)
      expect(assignArm({ slug: 'mix', design }, person)).toBe(arm)
      counts.set(arm, (counts.get(arm) ?? 0) + 1)
    }
    expect((counts.get(HOLDOUT) ?? 0) / people.length).toBeCloseTo(0.1, 1)
    expect(checkSampleRatio([counts.get('control') ?? 0, counts.get('mixed') ?? 0], [1, 1]).isBroken).toBe(false)
  })

  test('of two experiments are unrelated', () => {
    const both = [0, 0, 0, 0]
    for (const person of people) {
      const first = assignArm({ slug: 'one', design }, person) === 'mixed' ? 2 : 0
      const second = assignArm({ slug: 'two', design }, person) === 'mixed' ? 1 : 0
      both[first + second] = (both[first + second] ?? 0) + 1
    }
    // 45 % are in `mixed` of each: 20.25 % in both.
    expect((both[3] ?? 0) / people.length).toBeCloseTo(0.2025, 2)
  })
})

describe('sample ratio', () => {
  test('tail probabilities are those of the tables', () => {
    expect(chiSquareTail(3.841459, 1)).toBeCloseTo(0.05, 6)
    expect(chiSquareTail(5.991465, 2)).toBeCloseTo(0.05, 6)
    expect(chiSquareTail(18.307038, 10)).toBeCloseTo(0.05, 6)
    expect(chiSquareTail(0.5, 4)).toBeCloseTo(0.9735, 4)
  })

  test('a broken assignment is noticed, a working one is not complained of', () => {
    expect(checkSampleRatio([5_000, 5_100], [1, 1]).isBroken).toBe(false)
    expect(checkSampleRatio([5_000, 5_600], [1, 1])).toMatchObject({ isBroken: true })
    expect(checkSampleRatio([0, 0], [1, 1])).toMatchObject({ p: 1, isBroken: false })
  })
})

describe('CUPED', () => {
  test('takes the square of the correlation off the variance and leaves the difference', () => {
    const random = createRandom(5)
    const arm = (lift: number): ArmMoments =>
      momentsOf(
        Array.from({ length: 20_000 }, () => {
          const before = random() * 4
          return { before, outcome: before * 0.5 + random() + lift }
        }),
      )
    const [control, treatment] = [arm(0), arm(0.05)]
    const { theta, arms } = adjustByPast([control, treatment])
    expect(theta).toBeCloseTo(0.5, 1)
    // var(before) = 16/12, var(rest) = 1/12: the past explains (0.25 · 16/12) / (0.25 · 16/12 + 1/12) = 0.8.
    expect(1 - (arms[0]?.variance ?? 0) / meanAndVariance(control).variance).toBeCloseTo(0.8, 1)
    expect((arms[1]?.mean ?? 0) - (arms[0]?.mean ?? 0)).toBeCloseTo(0.05, 2)
  })
})

describe('an interval that may be looked at all the time', () => {
  /** Grows two arms person by person and looks every 50; answers whether any look decided. */
  const watch = (seed: number, lift: number, looks: 'always' | 'once'): boolean => {
    const random = createRandom(seed)
    const sums = [
      { people: 0, sum: 0, squares: 0 },
      { people: 0, sum: 0, squares: 0 },
    ]
    for (let n = 1; n <= 3_000; n++) {
      for (const [arm, sum] of sums.entries()) {
        const outcome = random() < 0.1 + arm * lift ? 1 : 0
        sum.people += 1
        sum.sum += outcome
        sum.squares += outcome
      }
      if (n % 50 !== 0) continue
      const [a, b] = sums.map((sum) => ({ people: sum.people, ...meanAndVariance(sum) }))
      if (!a || !b) throw new Error('there are two arms')
      const seen = looks === 'always' ? compareAlwaysValid(a, b, 0.05, 0.02) : compareOnce(a, b)
      if (seen.isDecided) return true
    }
    return false
  }
  const share = (runs: number, one: (seed: number) => boolean): number =>
    Array.from({ length: runs }, (_, seed) => one(seed + 1)).filter(Boolean).length / runs

  test('is wrong in an A/A test no more often than it says, however often one looks', () => {
    expect(share(400, (seed) => watch(seed, 0, 'always'))).toBeLessThanOrEqual(0.05)
  })

  test('where looking again and again at the usual interval is wrong far too often', () => {
    expect(share(200, (seed) => watch(seed, 0, 'once'))).toBeGreaterThan(0.15)
  })

  test('finds a planted effect', () => {
    expect(share(60, (seed) => watch(seed, 0.05, 'always'))).toBeGreaterThan(0.9)
  })
})

test('a reading says nothing of a handful of people, and names a broken guardrail', () => {
  const few = momentsOf([{ outcome: 1, before: 0 }])
  const rules = { alpha: 0.05, maxRisePercent: 5, tau: 0.02 }
  const blank = readExperiment(
    [
      { slug: 'a', weight: 1, outcome: few, guardrail: few },
      { slug: 'b', weight: 1, outcome: few, guardrail: few },
    ],
    rules,
  )
  expect(blank.arms[1]?.against?.isDecided).toBe(false)
  const arm = (rate: number): ArmMoments =>
    momentsOf(Array.from({ length: 4_000 }, (_, n) => ({ outcome: n % 100 < rate * 100 ? 1 : 0, before: 0 })))
  const broken = readExperiment(
    [
      { slug: 'a', weight: 1, outcome: arm(0.1), guardrail: arm(0.1) },
      { slug: 'b', weight: 1, outcome: arm(0.2), guardrail: arm(0.3) },
    ],
    rules,
  )
  expect(broken.arms[1]).toMatchObject({ guardrail: 'broken', against: { isDecided: true } })
})

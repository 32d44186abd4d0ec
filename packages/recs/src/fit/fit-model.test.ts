import { beforeAll, describe, expect, test } from 'vitest'
import { parseArtefact, serialiseArtefact } from '../artefact/artefact'
import { normal, seededRandom } from '../random'
import { adviseSize, runsOf } from './advise-size'
import { expectedSize, trainBodySize } from './body-size'
import { fitArtefact, parseFit } from './fit-artefact'
import { type FitModel, fitProbabilities, trainFit, wearerIn } from './fit-model'
import type { FitRow } from './fit-row'
import { smoothed } from './outcome-counts'
import { probabilities, trainSoftmax } from './softmax'

// A small world with a known truth: size = (height - 100) / 5 and some; item 1 runs two sizes small, item 2 large.
const RUNS = [0, 2, -2, 0, 0]
function world(rows: number, seed: number): FitRow[] {
  const random = seededRandom(seed)
  return Array.from({ length: rows }, () => {
    const user = Math.floor(random() * (rows / 4))
    const heightCm = 155 + ((user * 37) % 35)
    const own = (heightCm - 100) / 5
    const item = Math.floor(random() * RUNS.length)
    const size = Math.round(own + normal(random) * 1.2)
    const felt = own + (RUNS[item] ?? 0) - size + normal(random) * 0.5
    const outcome = felt > 1 ? 'small' : felt < -1 ? 'large' : 'fit'
    return { user, item, category: 0, size, outcome, body: { heightCm } }
  })
}

let model: FitModel
beforeAll(() => {
  model = trainFit(world(4_000, 1), { epochs: 12 })
})

const shopper = { body: { heightCm: 170 }, past: [] }
const sizes = [10, 12, 14, 16, 18].map((size) => ({ label: `UK ${size}`, size }))
const product = (productId: number) => ({ productId, categoryId: 0, sizes })

describe('size advice', () => {
  test('a shopper of a known body is told the size that fits, larger where a piece runs small', () => {
    expect(adviseSize(model, shopper, product(3))).toMatchObject({ size: 'UK 14', runs: 'true' })
    expect(adviseSize(model, shopper, product(1))).toMatchObject({ size: 'UK 16', runs: 'small' })
    expect(adviseSize(model, shopper, product(2))).toMatchObject({ size: 'UK 12', runs: 'large' })
  })

  test('without a word on the body, what was kept before speaks', () => {
    const keeps = (size: number) => ({
      body: {},
      past: [3, 4].map((item) => ({ item, category: 0, size, outcome: 'fit' as const })),
    })
    const told = [10, 18].map((size) => adviseSize(model, keeps(size), product(0))?.size)
    expect(Number(told[0]?.slice(3))).toBeLessThan(Number(told[1]?.slice(3)))
  })

  test('chances are chances, for known and unknown products, and confidence is the one of the size named', () => {
    for (const id of [1, 999]) {
      const advice = adviseSize(model, shopper, product(id))
      for (const { small, fit, large } of advice?.chances ?? []) expect(small + fit + large).toBeCloseTo(1, 10)
      expect(advice?.confidence).toBe(advice?.chances.find(({ label }) => label === advice.size)?.fit)
    }
    expect(adviseSize(model, shopper, product(999))).toMatchObject({ runs: 'true', wearers: 0 })
    expect(adviseSize(model, shopper, { ...product(1), sizes: [] })).toBeUndefined()
  })

  test('the model read from its file advises as the trained one', () => {
    const header = { name: 'fit', version: '1', window: { from: null, to: null }, metrics: {}, facts: {} }
    const read = parseFit(parseArtefact(serialiseArtefact(fitArtefact(header, model))))
    expect(adviseSize(read, shopper, product(1))).toEqual(adviseSize(model, shopper, product(1)))
  })

  test('a few answers do not make a piece run small', () => {
    const few = trainFit([
      ...world(400, 3),
      ...[1, 2, 3].map((user): FitRow => ({ user, item: 77, category: 0, size: 12, outcome: 'small', body: {} })),
    ])
    expect(runsOf(few, { productId: 77, categoryId: 0 })).toEqual({ runs: 'true', wearers: 3 })
  })

  test('what it promises on rows it has not seen comes true', () => {
    const unseen = world(2_000, 2)
    const promised = unseen.map(
      (row) => fitProbabilities(model, wearerIn(model, { body: row.body, past: [] }), row)[1] ?? 0,
    )
    const mean = promised.reduce((sum, one) => sum + one, 0) / unseen.length
    expect(mean).toBeCloseTo(unseen.filter(({ outcome }) => outcome === 'fit').length / unseen.length, 1)
  })
})

test('a body is expected to wear what bodies like it wear', () => {
  const body = trainBodySize(world(2_000, 4))
  expect(expectedSize(body, { heightCm: 180 })).toBeCloseTo(16, 0)
  expect(expectedSize(body, { heightCm: 160 })).toBeCloseTo(12, 0)
  expect(expectedSize(body, { heightCm: Number.NaN })).toBeCloseTo(expectedSize(body, {}), 10)
})

test('shares are drawn towards the prior as if its rows had been counted', () => {
  const found = smoothed(Float64Array.of(3, 6, 1), [0.2, 0.6, 0.2], 10)
  for (const [at, share] of [0.25, 0.6, 0.15].entries()) expect(found[at]).toBeCloseTo(share, 12)
  expect([...smoothed(undefined, [0.2, 0.6, 0.2], 5)]).toEqual([0.2, 0.6, 0.2])
})

test('the logistic regression finds the odds of the groups', () => {
  // Of rows with x = 1 three in four are of class 2, of those with x = 0 one in four.
  const y = Uint8Array.from({ length: 4_000 }, (_, row) => ((row % 2 === 1) === row % 8 < 6 ? 2 : 0))
  const x = Float64Array.from({ length: 8_000 }, (_, at) => (at % 2 === 0 ? 1 : (at >> 1) % 2))
  const rows = { classes: 3, features: 2, x, y }
  const found = trainSoftmax(rows, { epochs: 40, batch: 100, rate: 0.02, ridge: 0, random: seededRandom(1) })
  const shares = (flag: number) => probabilities(found, Float64Array.of(1, flag))[2] ?? 0
  const truth = (flag: number) => {
    const of = [...y.keys()].filter((row) => row % 2 === flag)
    return of.filter((row) => y[row] === 2).length / of.length
  }
  expect(shares(1)).toBeCloseTo(truth(1), 1)
  expect(shares(0)).toBeCloseTo(truth(0), 1)
})

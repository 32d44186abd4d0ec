import { describe, expect, test } from 'vitest'
import { parseArtefact, serialiseArtefact } from '../artefact/artefact'
import { interactionsOf } from '../interactions/interactions'
import { seededRandom } from '../random'
import { tastefulUsers } from '../testing/tasteful-users'
import { easeNeighbours, trainEase } from './ease'
import { createFoldIn, factorsArtefact, parseFactors } from './factors-artefact'
import { graphFilter, trainGraphFilter } from './graph-filter'
import { foldIn, gramOfRows } from './ials-solve'
import { similarTo } from './item-neighbours'
import { trainRp3Beta } from './rp3beta'
import { spectralScorer, trainSpectral } from './spectral'

const three = interactionsOf(
  [
    { user: 0, item: 0 },
    { user: 0, item: 1 },
    { user: 1, item: 0 },
    { user: 1, item: 1 },
    { user: 2, item: 1 },
  ],
  { userCount: 3, itemCount: 2 },
)

describe('EASE', () => {
  test('has the weights of the closed form', () => {
    // G + I = [[3, 2], [2, 4]], P = [[4, -2], [-2, 3]] / 8: B_01 = 2/3 (by P_11), B_10 = 2/4 (by P_00).
    const { weights } = trainEase(three, { ridge: 1 })
    for (const [at, value] of [0, 2 / 3, 1 / 2, 0].entries()) expect(weights[at]).toBeCloseTo(value, 6)
    const neighbours = easeNeighbours({ itemCount: 2, weights }, Int32Array.of(10, 20))
    expect([...similarTo(neighbours, 10, 5).itemIds]).toEqual([20])
  })

  test('a catalogue too large for a dense inverse is refused, not begun', () => {
    expect(() => trainEase(three, { itemsMax: 1 })).toThrow(/up to 1 items/)
  })
})

describe('the graph filter', () => {
  test('divides by the degrees of owned item, shopper and target, each to its power', () => {
    const scores = new Float32Array(2)
    graphFilter(three, { source: 1, user: 0.5, target: 0.5 }).score(Int32Array.of(0), 0, scores)
    // Item 0 (degree 2) → shoppers 0 and 1 (degree 2 each) → item 1 (degree 3): ½ · 2 · 2^-½ · 3^-½.
    expect(scores[1]).toBeCloseTo(0.5 * 2 * Math.SQRT1_2 * 3 ** -0.5, 6)
  })

  test('with the exponents of RP3beta it has the neighbours of RP3beta', () => {
    const data = interactionsOf(tastefulUsers({ users: 40, items: 30, groups: 3, each: 6, seed: 2 }), {
      userCount: 40,
      itemCount: 30,
    })
    const ids = Int32Array.from({ length: 30 }, (_, place) => place)
    const filter = trainGraphFilter(data, ids, { source: 1, user: 1, target: 0.3, neighbours: 5 })
    const walk = trainRp3Beta(data, ids, { alpha: 1, beta: 0.3, neighbours: 5 })
    for (const [at, score] of filter.scores.entries()) expect(score).toBeCloseTo(walk.scores[at] ?? 0, 6)
    expect(filter.offsets).toEqual(walk.offsets)
  })
})

describe('iALS', () => {
  test('a shopper who was not there at training gets the vector of the same equation, from the file', () => {
    const factors = {
      itemIds: Int32Array.of(7, 8, 9),
      dimensions: 2,
      vectors: Float32Array.of(1, 0, 0, 1, 1, 1),
      unobserved: 0.5,
      ridge: 0.4,
    }
    const header = { name: 'factors', version: '1', window: { from: null, to: null }, metrics: {}, facts: {} }
    const read = parseFactors(parseArtefact(serialiseArtefact(factorsArtefact(header, factors))))
    expect(read).toEqual(factors)
    // λ' = .4 · (1 + .5 · 3) = 1: the equation below.
    const vector = createFoldIn(read)(Int32Array.of(0))
    expect(vector[0]).toBeCloseTo(2 / 5.75, 6)
    expect(vector[1]).toBeCloseTo(-0.5 / 5.75, 6)
  })

  test('vectors that are not numbers, or do not fit, are refused', () => {
    const header = { name: 'factors', version: '1', window: { from: null, to: null }, metrics: {}, facts: {} }
    const refused = (vectors: Float32Array) => () =>
      parseFactors(
        factorsArtefact(header, { itemIds: Int32Array.of(7), dimensions: 2, vectors, unobserved: 0.1, ridge: 1 }),
      )
    expect(refused(Float32Array.of(1))).toThrow(/do not fit/)
    expect(refused(Float32Array.of(1, Number.NaN))).toThrow(/not finite/)
  })

  test('conjugate gradient with as many steps as dimensions finds the exact vector', () => {
    // Items (1, 0), (0, 1), (1, 1); taken the first; α₀ = .5, λ' = 1: (h hᵀ + .5 HᵀH + I) w = h with HᵀH = [[2, 1], [1, 2]]
    // is [[3, .5], [.5, 2]] w = (1, 0): w = (2, -.5) / 5.75.
    const items = Float32Array.of(1, 0, 0, 1, 1, 1)
    const ridge = { ridge: 1, exponent: 0, unobserved: 0.5, others: 3 }
    const vector = new Float32Array(2)
    foldIn(items, gramOfRows(items, 2), { dimensions: 2, steps: 2, ridge })(Int32Array.of(0), vector)
    expect(vector[0]).toBeCloseTo(2 / 5.75, 6)
    expect(vector[1]).toBeCloseTo(-0.5 / 5.75, 6)
  })
})

test('the leading signal of the spectrum is the root of the degrees, as it is on every connected graph', () => {
  const random = seededRandom(4)
  const rows = Array.from({ length: 60 }, (_, user) =>
    [0, Math.floor(random() * 8), Math.floor(random() * 8)].map((item) => ({ user, item })),
  )
  const data = interactionsOf(rows.flat(), { userCount: 60, itemCount: 8 })
  const { basis, degrees } = trainSpectral(data, { dimensions: 1, rounds: 40 })
  const length = Math.sqrt(degrees.reduce((sum, degree) => sum + degree, 0))
  const sign = Math.sign(basis[0] ?? 1)
  for (const [item, degree] of degrees.entries())
    expect(sign * (basis[item] ?? 0)).toBeCloseTo(Math.sqrt(degree) / length, 4)
})

test('a band over the best of the filter orders them as the band over everything does', () => {
  const data = interactionsOf(tastefulUsers({ users: 60, items: 40, groups: 4, each: 8, seed: 3 }), {
    userCount: 60,
    itemCount: 40,
  })
  const band = trainSpectral(data, { dimensions: 4 })
  const scores = (rescored: number | undefined) => {
    const options = rescored === undefined ? { share: 0.5 } : { share: 0.5, rescored }
    const into = new Float32Array(40)
    spectralScorer(graphFilter(data), band, options).score(data.items.subarray(0, data.offsets[1]), 0, into)
    return into
  }
  expect(scores(40)).toEqual(scores(undefined))
  const changed = scores(5).filter((score, item) => score !== scores(0)[item])
  expect(changed).toHaveLength(5)
})

import { describe, expect, test } from 'vitest'
import { interactionsOf } from '../interactions/interactions'
import { seededRandom } from '../random'
import { tastefulUsers } from '../testing/tasteful-users'
import { easeNeighbours, trainEase } from './ease'
import { graphFilter, trainGraphFilter } from './graph-filter'
import { foldIn, gramOfRows } from './ials-solve'
import { similarTo } from './item-neighbours'
import { trainRp3Beta } from './rp3beta'
import { trainSpectral } from './spectral'

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

import { describe, expect, test } from 'vitest'
import { alignedMatrices } from '../datasets/user-items'
import type { Interaction, Interactions } from '../interactions/interactions'
import { seededRandom, shuffle } from '../random'
import { tastefulUsers } from '../testing/tasteful-users'
import { chooseOnValidation } from './choose'
import { contendersFor } from './contenders'
import { evaluateRanking, type RankingParts } from './evaluate-ranking'
import { rankUsers } from './rank-users'
import { stratifiedSplit, tailSplit, temporalSplit } from './splits'
import { cosine } from './summary'

const rows = tastefulUsers({ users: 120, items: 120, groups: 4, each: 12, seed: 5 })
const known = stratifiedSplit(rows, 0.75, seededRandom(1))
const inner = stratifiedSplit(known.train, 0.75, seededRandom(2))

function partsOf(
  train: readonly Interaction[],
  valid: readonly Interaction[],
  test: readonly Interaction[],
): RankingParts {
  const [one, two, both, held] = alignedMatrices([train, valid, [...train, ...valid], test])
  if (!one || !two || !both || !held) throw new Error('four parts were given')
  return { train: one, valid: two, known: both, test: held }
}

const parts = partsOf(inner.train, inner.heldOut, known.heldOut)
const options = { k: 10, seed: 1, validUsersMax: 500 }

describe('every model', () => {
  const models = ['rp3beta', 'graph-filter', 'spectral', 'ials', 'ease']

  test.each(models)('%s finds tastes that popularity cannot', (model) => {
    const ndcg = (only: string) => {
      const [contender] = contendersFor(parts.train, [only]).slice(-1)
      const found = evaluateRanking(parts, { ...options, contenders: contender ? [contender] : [] })
      return found.metrics.ndcg_at_10 ?? 0
    }
    expect(ndcg(model)).toBeGreaterThan(1.5 * ndcg('popularity'))
  })

  test('of targets that were dealt out at random nothing is left: no model sees the test', () => {
    const items = shuffle(
      known.heldOut.map(({ item }) => item),
      seededRandom(9),
    )
    const dealt = known.heldOut.map(({ user }, row) => ({ user, item: items[row] ?? 0 }))
    const contenders = contendersFor(parts.train, ['graph-filter']).slice(0, 1)
    const honest = evaluateRanking(parts, { ...options, contenders })
    const permuted = evaluateRanking(partsOf(inner.train, inner.heldOut, dealt), { ...options, contenders })
    // Ten of 111 unknown items by chance, three relevant: recall about .09.
    expect(permuted.metrics.recall_at_10).toBeLessThan(0.15)
    expect(honest.metrics.recall_at_10).toBeGreaterThan(2 * (permuted.metrics.recall_at_10 ?? 1))
  })
})

test('what a user has is never in their list, and every user with something held out is ranked', () => {
  const scorer = { score: (_: Int32Array, __: number, into: Float32Array) => void into.fill(1) }
  const { lists, users } = rankUsers({ scorer, known: parts.known, heldOut: parts.test, k: 20 })
  expect(users.length).toBe(new Set(known.heldOut.map(({ user }) => user)).size)
  for (const [row, user] of users.entries()) {
    const own = new Set(known.train.filter((one) => one.user === user).map(({ item }) => item))
    expect([...(lists[row] ?? [])].filter((item) => own.has(item))).toEqual([])
  }
})

test('the choice is made by validation alone: a model that only shines on the test is not chosen', () => {
  const oracle = (matrix: Interactions) => ({
    score(_: Int32Array, user: number, into: Float32Array) {
      for (const item of matrix.items.subarray(matrix.offsets[user], matrix.offsets[user + 1])) into[item] = 1
    },
  })
  const contenders = [
    { model: 'knows the test', parameters: {}, train: () => oracle(parts.test) },
    { model: 'knows validation', parameters: {}, train: () => oracle(parts.valid) },
  ]
  const task = { contenders, train: parts.train, valid: parts.valid, k: 10, usersMax: 500, seed: 1 }
  expect(chooseOnValidation(task).chosen.model).toBe('knows validation')
})

describe('splits', () => {
  test('stratified: each user keeps the rounded share, nothing is lost or doubled, the seed repeats it', () => {
    const again = stratifiedSplit(rows, 0.75, seededRandom(1))
    expect(again).toEqual(known)
    expect(known.train.length + known.heldOut.length).toBe(rows.length)
    const ofUser = (list: readonly Interaction[]) => list.filter(({ user }) => user === 7).length
    expect(ofUser(known.train)).toBe(Math.round(0.75 * ofUser(rows)))
  })

  test('tail: the end of every list is held out, in its order', () => {
    const list = [1, 2, 1, 1, 1, 2, 1].map((user, item) => ({ user, item }))
    const { train, heldOut } = tailSplit(list, 0.8)
    expect(train.map(({ item }) => item)).toEqual([0, 1, 2, 3, 4, 5])
    expect(heldOut).toEqual([{ user: 1, item: 6 }])
  })

  test('temporal: nothing that trains is later than anything held out', () => {
    const timed = [5, 1, 4, 2, 3, 3].map((time, user) => ({ user, item: 0, time }))
    const { train, heldOut } = temporalSplit(timed, 0.5)
    expect(train.map(({ time }) => time)).toEqual([1, 2])
    expect(Math.max(...train.map(({ time }) => time))).toBeLessThan(Math.min(...heldOut.map(({ time }) => time)))
  })
})

test('cosine of two lists as sets: two of three and four shared', () => {
  expect(cosine(Int32Array.of(1, 2, 3), Int32Array.of(2, 3, 4, 5))).toBeCloseTo(2 / Math.sqrt(12), 10)
  expect(cosine(Int32Array.of(1), new Int32Array(0))).toBe(0)
})

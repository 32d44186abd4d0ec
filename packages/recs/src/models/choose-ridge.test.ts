import { describe, expect, test } from 'vitest'
import { type DatedInteraction, judgeOnNewest, newestPart } from '../evaluate/newest-part'
import { interactionsOf } from '../interactions/interactions'
import { seededRandom } from '../random'
import { chooseRidgeShare, trainFactors } from './choose-ridge'
import { foldedScorer } from './factors-artefact'
import { trainIals } from './ials'
import { collapseRidge } from './ials-collapse'
import { samplePeople } from './sample-people'

const SIZE = { userCount: 300, itemCount: 400 }
const TRAINING = { dimensions: 8, epochs: 8, unobserved: 0.1 }

/** Four tastes of a hundred pieces each; everybody takes a few of their own, one after another. */
function tastes(seed: number): readonly DatedInteraction[] {
  const random = seededRandom(seed)
  return Array.from({ length: SIZE.userCount }, (_, user) =>
    Array.from({ length: 12 }, (__, time) => ({
      user,
      item: (user % 4) * 100 + Math.floor(random() ** 2 * 100),
      time: time + random(),
    })),
  ).flat()
}

const rows = tastes(3)
const data = interactionsOf(rows, SIZE)
const lengths = (vectors: Float32Array): number => Math.sqrt(vectors.reduce((sum, one) => sum + one * one, 0))

describe('the ridge at which factors vanish', () => {
  test('of one person who took one of one piece is that of the formula: 1 / (taken + unobserved)', () => {
    const one = interactionsOf([{ user: 0, item: 0 }], { userCount: 1, itemCount: 1 })
    expect(collapseRidge(one, 0.1)).toBeCloseTo(1 / 1.1, 10)
  })

  test('is where training ends with nothing: a little above it all vanishes, a little below it something stays', () => {
    const edge = collapseRidge(data, TRAINING.unobserved)
    const at = (share: number) => lengths(trainIals(data, { ...TRAINING, epochs: 60, ridge: share * edge }).items)
    expect(at(1.3)).toBeLessThan(1e-3)
    expect(at(0.7)).toBeGreaterThan(0.5)
  })

  test('a ridge from a dense data set leaves nothing of a sparse one, the chosen one does', () => {
    const sparse = { ...SIZE, itemCount: 40_000 }
    const few = interactionsOf(rows, sparse)
    const small = { ...TRAINING, dimensions: 4 }
    const fixed = trainIals(few, { ...small, epochs: 24, ridge: 0.03 })
    expect(lengths(fixed.items)).toBeLessThan(1e-2)
    expect(lengths(trainFactors(few, small, 0.1).vectors)).toBeGreaterThan(0.5)
  })

  test('where nobody took anything there is none', () => {
    expect(collapseRidge(interactionsOf([], SIZE), 0.1)).toBe(0)
  })
})

describe('what came last judges what was learned before', () => {
  const part = newestPart(rows, SIZE)

  test('nothing that came later is known', () => {
    const moment = Math.max(...part.knownRows.map(({ time }) => time))
    const later = rows.filter(({ time }) => time > moment)
    expect(part.knownRows.length + later.length).toBe(rows.length)
    expect(later.length / rows.length).toBeCloseTo(0.2, 1)
  })

  test('the share is chosen by it, and its factors rank better than the same list for everybody', () => {
    const share = chooseRidgeShare(part, TRAINING)
    expect([0.5, 0.25, 0.1, 0.03]).toContain(share)
    const figures = judgeOnNewest(foldedScorer(trainFactors(part.known, TRAINING, share)), part)
    expect(figures.ndcg_at_20).toBeGreaterThan(1.5 * (figures.popular_ndcg_at_20 ?? 1))
    expect(figures.people).toBeGreaterThan(200)
  })

  test('targets dealt out at random are foreseen by nobody', () => {
    const random = seededRandom(5)
    const moment = Math.max(...part.knownRows.map(({ time }) => time))
    const dealt = rows.map((row) => (row.time > moment ? { ...row, item: Math.floor(random() * SIZE.itemCount) } : row))
    const chance = newestPart(dealt, SIZE)
    const figures = judgeOnNewest(foldedScorer(trainFactors(chance.known, TRAINING, 0.1)), chance)
    expect(figures.recall_at_20).toBeLessThan(0.1)
  })

  test('where nobody came back nothing is said', () => {
    // One after another: whoever stands on one side of a moment does not stand on the other.
    const apart = newestPart(
      rows.map((row) => ({ ...row, time: row.user })),
      SIZE,
    )
    expect(judgeOnNewest(foldedScorer(trainFactors(apart.known, TRAINING, 0.1)), apart)).toEqual({})
    expect(chooseRidgeShare(apart, TRAINING)).toBe(0.1)
  })

  test('a sample of the people keeps those to judge by, and what each of them did', () => {
    const sample = samplePeople(part, 100)
    expect([sample.known.userCount, sample.newest.userCount, sample.known.itemCount]).toEqual([
      100,
      100,
      SIZE.itemCount,
    ])
    const back = Array.from(
      { length: 100 },
      (_, user) => (sample.newest.offsets[user + 1] ?? 0) > (sample.newest.offsets[user] ?? 0),
    )
    expect(back.filter(Boolean).length).toBeGreaterThanOrEqual(50)
    // Four tastes of a hundred pieces each: whoever was drawn is of one of them, before and after.
    for (let user = 0; user < 100; user++) {
      const tastes = new Set(
        [sample.known, sample.newest].flatMap(({ items, offsets }) =>
          [...items.subarray(offsets[user], offsets[user + 1])].map((item) => Math.floor(item / 100)),
        ),
      )
      expect(tastes.size).toBe(1)
    }
    expect(samplePeople(part, 100)).toEqual(sample)
    expect(samplePeople(part, 1_000).known).toBe(part.known)
  })
})

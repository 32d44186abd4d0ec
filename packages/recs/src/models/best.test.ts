import fc from 'fast-check'
import { expect, test } from 'vitest'
import { BestKeeper } from './best'

test('keeps what sorting would keep, in the same order, whatever comes in', () => {
  const anyScores = fc.array(fc.oneof(fc.integer({ min: -5, max: 5 }), fc.double({ min: -9, max: 9, noNaN: true })))
  fc.assert(
    fc.property(anyScores, fc.integer({ min: 0, max: 12 }), (scores, limit) => {
      const keeper = new BestKeeper(limit)
      for (const [place, score] of scores.entries()) keeper.offer(place, score)
      const sorted = scores
        .map((score, place) => ({ place, score: Math.fround(score) }))
        .sort((x, y) => y.score - x.score || x.place - y.place)
        .slice(0, limit)
      expect([...keeper.take().places]).toEqual(sorted.map(({ place }) => place))
    }),
  )
})

test('a score that is no number is never kept', () => {
  const keeper = new BestKeeper(3)
  for (const [place, score] of [Number.NaN, 1, Number.POSITIVE_INFINITY, -1].entries()) keeper.offer(place, score)
  expect([...keeper.take().places]).toEqual([1, 3])
})

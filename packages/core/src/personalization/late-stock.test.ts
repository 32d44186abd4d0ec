import { expect, test } from 'vitest'
import { NOBODY } from './shopper-view'
import { standInCard, standInEngine, standInFeed } from './testing/stand-in-feed'

/** Three pieces are chosen; the live view knows that the first is gone and of the second only an L is left. */
function feedAt(stockAsOfMs: number) {
  let looks = 0
  const variants = (productId: number) => [
    { size: 'M', colour: 'navy', available: productId === 3 ? 2 : 0 },
    { size: 'L', colour: 'navy', available: productId === 1 ? 0 : 2 },
  ]
  const { service } = standInFeed({
    recommender: standInEngine({ stockAsOfMs }),
    readShopper: async () => ({ ...NOBODY, sizes: new Map([['tops', ['M']]]) }),
    layStock: async (cards) => {
      looks += 1
      return { cards, isLive: true, variantsOf: variants }
    },
    nowMs: () => 10_000,
  })
  const ids = async () =>
    (await service.answer({ placement: 'for-you', person: 'u:maren', length: 3 })).items.map(
      (item) => item.card.productId,
    )
  return { ids, looks: () => looks }
}

test('what was chosen for a day is shown on late news as long as it may still be promised', async () => {
  const later = { kind: 'preorder', shipsBy: '2027-03-03', sizes: ['M'] } as const
  const shown = async (future: number, nowMs = 1_500) => {
    const { service } = standInFeed({
      recommender: standInEngine({ later }),
      layStock: async (cards) => ({
        cards,
        isLive: true,
        variantsOf: () => [{ size: 'M', colour: 'navy', available: 0, future }],
      }),
      nowMs: () => nowMs,
    })
    return (await service.answer({ placement: 'for-you', person: undefined, length: 3 })).items
  }
  expect((await shown(1)).map((item) => item.later)).toEqual([later, later, later])
  expect(await shown(0)).toEqual([])
  // The day was of then: nobody has looked at it since.
  expect(await shown(1, 10_000)).toEqual([])
})

test('what was chosen on fresh news of the stock is shown as it is', async () => {
  const { ids, looks } = feedAt(9_800)
  expect(await ids()).toEqual([1, 2, 3])
  expect(looks()).toBe(0)
})

test('what is looked up again is said to be there in the sizes in which it is there now', async () => {
  const { service } = standInFeed({
    recommender: standInEngine(),
    readShopper: async () => ({ ...NOBODY, sizes: new Map([['tops', ['M', 'L']]]) }),
    layStock: async (cards) => ({
      cards,
      isLive: true,
      variantsOf: () => [
        { size: 'M', colour: 'navy', available: 0 },
        { size: 'L', colour: 'navy', available: 1 },
      ],
    }),
    nowMs: () => 10_000,
  })
  const { items } = await service.answer({ placement: 'for-you', person: 'u:maren', length: 3 })
  expect(items.map(({ inSizes }) => inSizes)).toEqual([['L'], ['L'], ['L']])
})

test('on old news nothing is shown that cannot be looked up: best sellers stand in, and the answer says so', async () => {
  const withStock = (isLive: boolean, stockAsOfMs: number) =>
    standInFeed({
      recommender: standInEngine({ stockAsOfMs }),
      popular: async () => [7, 8].map((id) => standInCard(id)),
      layStock: async (cards) => ({ cards, isLive, variantsOf: () => undefined }),
      nowMs: () => 10_000,
    }).service.answer({ placement: 'for-you', person: undefined, length: 3 })
  const shown = async (isLive: boolean, stockAsOfMs: number) => {
    const { items, degraded } = await withStock(isLive, stockAsOfMs)
    return { ids: items.map(({ card }) => card.productId), degraded }
  }
  expect(await shown(false, 8_500)).toEqual({ ids: [1, 2, 3], degraded: ['stock'] })
  expect(await shown(true, 0)).toEqual({ ids: [1, 2, 3], degraded: [] })
  expect(await shown(false, 0)).toEqual({ ids: [7, 8], degraded: ['engine', 'stock'] })
})

test('on late news it is looked up again, and what cannot be bought in the size worn is not shown', async () => {
  const { ids, looks } = feedAt(8_900)
  expect(await ids()).toEqual([3])
  expect(looks()).toBe(1)
})

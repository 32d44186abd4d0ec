import { stat } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import { type FeedAsk, type FeedDeps, NOBODY, type ShopperView } from '@selvedge/core'
import { standInEngine, standInFeed } from '@selvedge/core/testing/feed'
import { describe, expect, test } from 'vitest'
import { within } from './within'

const never = <T>(): Promise<T> => new Promise(() => undefined)

describe('a budget of time', () => {
  test('lets through what comes in time, a fault as well, and gives up on what does not', async () => {
    expect(await within(1_000, Promise.resolve('here'))).toBe('here')
    await expect(within(1_000, Promise.reject(new Error('broken')))).rejects.toThrow('broken')
    const begun = performance.now()
    await expect(within(30, never())).rejects.toThrow('no answer within 30 ms')
    expect(performance.now() - begun).toBeLessThan(500)
  })

  test('what has arrived while the process was busy itself is not late', async () => {
    const answer = within(5, stat('.'))
    const until = performance.now() + 100
    while (performance.now() < until); // the file is looked at by another thread meanwhile
    expect((await answer).isDirectory()).toBe(true)
  })

  test('a fault that comes after the time is over harms nobody', async () => {
    const late = sleep(40).then(() => {
      throw new Error('too late')
    })
    await expect(within(5, late)).rejects.toThrow('no answer within 5 ms')
    await sleep(60)
  })
})

describe('the feed of a shop whose parts are slow', () => {
  const BUDGET_MS = 60
  const ask: FeedAsk = { placement: 'for-you', person: 'u:maren', length: 3 }
  const engine = standInEngine({
    reason: ({ shopper }) => ({ code: isDeepStrictEqual(shopper, NOBODY) ? 'MOST_BOUGHT' : 'TASTE_OF_MANY' }),
  })
  const shopWith = (own: Partial<FeedDeps> = {}) =>
    standInFeed({
      recommender: engine,
      readShopper: () => within(BUDGET_MS, never<ShopperView | undefined>()),
      ...own,
    })

  test('a profile that does not come is done without in its time: the rail stands, says nothing of the shopper and says so', async () => {
    const { service, faults } = shopWith()
    const begun = performance.now()
    const answer = await service.answer(ask)
    expect(performance.now() - begun).toBeLessThan(BUDGET_MS * 8)
    expect(answer.items.map(({ card: { productId }, reason }) => [productId, reason.code])).toEqual([
      [1, 'MOST_BOUGHT'],
      [2, 'MOST_BOUGHT'],
      [3, 'MOST_BOUGHT'],
    ])
    expect(answer).toMatchObject({ isPersonal: false, degraded: ['profile'] })
    expect(faults).toEqual(['profile'])
  })

  test('with the engine away as well, best sellers that can be bought stand in, within the same time', async () => {
    const { service, faults } = shopWith({
      recommender: { recommend: () => undefined, order: () => undefined, isExcluded: (productId) => productId === 2 },
    })
    const begun = performance.now()
    const answer = await service.answer(ask)
    expect(performance.now() - begun).toBeLessThan(BUDGET_MS * 8)
    expect(answer.items.map(({ card: { productId }, source }) => [productId, source])).toEqual([
      [1, 'fallback'],
      [3, 'fallback'],
      [4, 'fallback'],
    ])
    expect(answer).toMatchObject({ isPersonal: false, degraded: ['engine', 'profile'] })
    expect(faults).toEqual(['profile'])
  })
})

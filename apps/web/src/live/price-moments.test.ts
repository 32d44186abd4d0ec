import type { PriceMark, PriceMarkStore } from '@selvedge/infra'
import { expect, test } from 'vitest'
import { createPriceMoments } from './price-moments'

/** One shop's mark, and servers that start over it one after another. */
const shop = () => {
  let mark: PriceMark | undefined
  let isAway = false
  let nowMs = 1_000
  const whenThere = <T>(answer: () => T): Promise<T> =>
    isAway ? Promise.reject(new Error('away')) : Promise.resolve(answer())
  const store: PriceMarkStore = {
    read: () => whenThere(() => mark),
    keep: (kept) =>
      whenThere(() => {
        mark = kept
      }),
  }
  return {
    at: (ms: number) => {
      nowMs = ms
    },
    lose: () => {
      isAway = true
    },
    find: () => {
      isAway = false
    },
    server: () => {
      const told: number[] = []
      const faults: unknown[] = []
      const read = createPriceMoments({
        store,
        nowMs: () => nowMs,
        onKnown: (ms) => told.push(ms),
        onFault: (fault) => faults.push(fault),
      })
      return { read, told, faults }
    },
  }
}

test('a server that starts again says since when prices stand: as before, or moved while it was away', async () => {
  const { at, server } = shop()
  const first = server()
  await first.read('old')
  at(2_000)
  await first.read('old')
  await first.read('new')
  expect(first.told).toEqual([1_000])
  at(3_000)
  const same = server()
  await same.read('new')
  expect(same.told).toEqual([2_000])
  at(4_000)
  const moved = server()
  await moved.read('newest')
  expect(moved.told).toEqual([4_000])
})

test('without a mark prices are taken for moved, and the fault is told', async () => {
  const { at, lose, server } = shop()
  await server().read('old')
  at(5_000)
  lose()
  const { read, told, faults } = server()
  await read('old')
  expect(told).toEqual([5_000])
  expect(faults).toHaveLength(2)
})

test('a mark that could not be written is written at a later look, with the moment that prices moved at', async () => {
  const { at, lose, find, server } = shop()
  const { read, faults } = server()
  await read('old')
  at(2_000)
  lose()
  await read('new')
  await read('new')
  expect(faults).toHaveLength(2)
  at(3_000)
  find()
  await read('new')
  expect(faults).toHaveLength(2)
  at(4_000)
  const next = server()
  await next.read('new')
  expect(next.told).toEqual([2_000])
})

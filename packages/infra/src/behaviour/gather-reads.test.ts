import { expect, test } from 'vitest'
import { gatherReads, type ReadOutcome } from './gather-reads'

/** Reads that are answered when the test says so. */
const held = () => {
  const trips: {
    keys: readonly string[]
    end(outcomes: readonly ReadOutcome<string>[]): void
    fail(fault: Error): void
  }[] = []
  const read = gatherReads<string, string>((keys) => new Promise((end, fail) => void trips.push({ keys, end, fail })))
  return { trips, read }
}
const told = (key: string): ReadOutcome<string> => ({ value: `value of ${key}` })
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

test('a read goes at once, those that come meanwhile go together, and each is told what is its own', async () => {
  const { trips, read } = held()
  const answers = ['a', 'b', 'c', 'b'].map(read)
  expect(trips.map(({ keys }) => keys)).toEqual([['a']])
  trips[0]?.end(['a'].map(told))
  await settled()
  expect(trips.map(({ keys }) => keys)).toEqual([['a'], ['b', 'c', 'b']])
  trips[1]?.end(['b', 'c', 'b'].map(told))
  expect(await Promise.all(answers)).toEqual(['a', 'b', 'c', 'b'].map((key) => `value of ${key}`))
})

test('what one asks for after a trip has left is read by a later one: nobody is answered with what was there before', async () => {
  const { trips, read } = held()
  const before = read('a')
  const after = read('a')
  trips[0]?.end([{ value: 'old' }])
  await settled()
  trips[1]?.end([{ value: 'new' }])
  expect([await before, await after]).toEqual(['old', 'new'])
})

test('a fault is told to those whom it concerns, and the others are read', async () => {
  const { trips, read } = held()
  const lost = read('a')
  const [b, c] = [read('b'), read('c')]
  trips[0]?.fail(new Error('the line broke'))
  await expect(lost).rejects.toThrow('the line broke')
  await settled()
  trips[1]?.end([{ fault: new Error('wrong kind') }, told('c')])
  await expect(b).rejects.toThrow('wrong kind')
  expect(await c).toBe('value of c')
  await settled()
  const later = read('d')
  trips[2]?.end([])
  await expect(later).rejects.toThrow('not answered')
})

test('of very many no more than 64 go at once', async () => {
  const { trips, read } = held()
  const answers = Array.from({ length: 100 }, (_, n) => read(`${n}`))
  for (let trip = 0; trip < 3; trip++) {
    trips[trip]?.end((trips[trip]?.keys ?? []).map(told))
    await settled()
  }
  expect(trips.map(({ keys }) => keys.length)).toEqual([1, 64, 35])
  expect(await answers.at(-1)).toBe('value of 99')
})

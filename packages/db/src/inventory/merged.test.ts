import { expect, test } from 'vitest'
import { createMerged } from './merged'

/** A statement whose runs are ended by the test. */
const createWorld = (lanes?: number) => {
  const runs: { readonly keys: readonly string[]; answer(): void; fail(): void }[] = []
  const ask = createMerged<string, string>(
    (keys) =>
      new Promise((resolve, reject) => {
        runs.push({ keys, answer: () => resolve((key) => `of ${key}`), fail: () => reject(new Error('down')) })
      }),
    lanes === undefined ? {} : { lanes },
  )
  // Two: what ends in the first asks for the second.
  const turn = async () => {
    for (const _ of [1, 2]) await new Promise((resolve) => setImmediate(resolve))
  }
  return { ask, runs, asked: () => runs.map(({ keys }) => keys), turn }
}

test('what is asked in one turn is one statement, each with an answer of their own', async () => {
  const { ask, runs, asked, turn } = createWorld()
  const answers = ['a', 'b', 'a'].map(ask)
  await turn()
  expect(asked()).toEqual([['a', 'b', 'a']])
  runs[0]?.answer()
  expect(await Promise.all(answers)).toEqual(['of a', 'of b', 'of a'])
})

test('who asks while a statement is under way is answered by a later one', async () => {
  const { ask, runs, asked, turn } = createWorld(1)
  const first = ask('a')
  await turn()
  const second = ask('a')
  const third = ask('b')
  await turn()
  expect(asked()).toEqual([['a']])
  runs[0]?.answer()
  expect(await first).toBe('of a')
  await turn()
  expect(asked()).toEqual([['a'], ['a', 'b']])
  runs[1]?.answer()
  expect(await Promise.all([second, third])).toEqual(['of a', 'of b'])
})

test('a statement that fails fails those who were asked for by it, and nobody after them', async () => {
  const { ask, runs, turn } = createWorld(1)
  const failed = ['a', 'b'].map(ask)
  await turn()
  runs[0]?.fail()
  expect((await Promise.allSettled(failed)).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  const next = ask('c')
  await turn()
  runs[1]?.answer()
  expect(await next).toBe('of c')
})

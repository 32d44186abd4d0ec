import { expect, test } from 'vitest'
import { createMergeQueue, type Waiting } from './merge-queue'

type Batch = { readonly asked: readonly number[]; readonly locked: () => void; readonly answer: () => void }

/** A queue whose batches are ended by the test. */
const createWorld = (options: { lanes?: number; maxBatch?: number; halfFrom?: number } = {}) => {
  const batches: Batch[] = []
  const run = (items: Waiting<number, number>[], locked: () => void): Promise<void> =>
    new Promise((resolve) => {
      const answer = () => {
        for (const item of items) item.resolve(item.command)
        resolve()
      }
      batches.push({ asked: items.map(({ command }) => command), locked, answer })
    })
  const queue = createMergeQueue<number, number>(run, { maxBatch: 8, lanes: 2, ...options })
  const turn = () => new Promise((resolve) => setImmediate(resolve))
  return { queue, batches, asked: () => batches.map((batch) => batch.asked), turn }
}

test('who asks in one turn runs in one batch, in the order of asking, each with an answer of their own', async () => {
  const { queue, batches, asked, turn } = createWorld()
  const answers = [1, 2, 3].map((command) => queue.push(command, [7]))
  await turn()
  expect(asked()).toEqual([[1, 2, 3]])
  batches[0]?.answer()
  expect(await Promise.all(answers)).toEqual([1, 2, 3])
})

test('the next batch on a key waits until the one before has its locks, and not for its end', async () => {
  const { queue, batches, asked, turn } = createWorld()
  void queue.push(1, [7])
  await turn()
  void queue.push(2, [7])
  await turn()
  expect(asked()).toEqual([[1]])
  batches[0]?.locked()
  await turn()
  expect(asked()).toEqual([[1], [2]])
})

test('other keys do not wait, but nobody overtakes on a key that somebody before them waits for', async () => {
  const { queue, asked, turn } = createWorld()
  void queue.push(1, [7])
  await turn()
  void queue.push(2, [7, 8])
  void queue.push(3, [8])
  void queue.push(4, [9])
  await turn()
  expect(asked()).toEqual([[1], [4]])
})

test('of many who want different keys a batch takes half; on one key it takes all it may', async () => {
  const wide = createWorld({ halfFrom: 1 })
  for (let command = 0; command < 8; command += 1) void wide.queue.push(command, [command])
  await wide.turn()
  expect(wide.asked().map((batch) => batch.length)).toEqual([4, 2])

  const hot = createWorld({ halfFrom: 1 })
  for (let command = 0; command < 9; command += 1) void hot.queue.push(command, [7])
  await hot.turn()
  expect(hot.asked().map((batch) => batch.length)).toEqual([8])
})

test('a batch that faults is a fault of its callers, and the lane is free again', async () => {
  const queue = createMergeQueue<number, number>(
    async (items) => {
      if (items.some(({ command }) => command < 0)) throw new Error('lost')
      for (const item of items) item.resolve(item.command)
    },
    { maxBatch: 8, lanes: 1 },
  )
  await expect(queue.push(-1, [7])).rejects.toThrow('lost')
  await expect(queue.push(2, [7])).resolves.toBe(2)
})

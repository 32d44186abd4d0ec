import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { JobIo } from '../functions/job-io'
import { createTrainings } from './trainings'

const io: JobIo = { run: (_id, step) => step(), sleep: async () => undefined, sleepUntil: async () => undefined }

const LIMIT_MS = 10_000

/** Work that takes a moment, and notes what is under way at once. */
const watched = () => {
  const begun: string[] = []
  let underWay = 0
  let most = 0
  const during = async <T>(name: string, answer: () => T): Promise<T> => {
    begun.push(name)
    underWay += 1
    most = Math.max(most, underWay)
    await sleep(5)
    underWay -= 1
    return answer()
  }
  return { during, begun, most: () => most }
}

test('trainings that fall due together are done one after the other, in the order they came', async () => {
  const { during, begun, most } = watched()
  const trainings = createTrainings(
    {
      train: (part) => during(part, () => 1),
      refresh: () => during('popularity', () => ({ moved: 2, told: 2 })),
    },
    LIMIT_MS,
  )
  const answers = await Promise.all([
    trainings.trainModels(io),
    trainings.refreshPopularity(io),
    trainings.trainNeighbours(io),
  ])
  expect(answers).toEqual([{ published: 1 }, { moved: 2, told: 2 }, { published: 1 }])
  expect(begun).toEqual(['everything', 'popularity', 'neighbours'])
  expect(most()).toBe(1)
})

test('one that fails keeps none of the others', async () => {
  const { during, most } = watched()
  const trainings = createTrainings(
    {
      train: (part) =>
        during(part, () => {
          if (part === 'everything') throw new Error('no memory')
          return 1
        }),
      refresh: () => during('popularity', () => ({ moved: 0, told: 0 })),
    },
    LIMIT_MS,
  )
  const failing = trainings.trainModels(io)
  const next = trainings.trainNeighbours(io)
  await expect(failing).rejects.toThrow('no memory')
  expect(await next).toEqual({ published: 1 })
  expect(most()).toBe(1)
})

test('one that hangs fails by its name, is told to stop, and the others are done', async () => {
  let isTold = false
  const trainings = createTrainings(
    {
      train: (part, overdue) =>
        part === 'neighbours'
          ? Promise.resolve(1)
          : new Promise(() => {
              overdue.addEventListener('abort', () => {
                isTold = true
              })
            }),
      refresh: async () => ({ moved: 0, told: 0 }),
    },
    30,
  )
  const hanging = trainings.trainModels(io)
  const next = trainings.trainNeighbours(io)
  await expect(hanging).rejects.toThrow('the training of all models did not end within 0.03 s')
  expect(isTold).toBe(true)
  expect(await next).toEqual({ published: 1 })
})

import { expect, test } from 'vitest'
import { finishCheckouts } from './finish-checkouts'

type How = 'terminal' | 'waiting' | 'busy'
const ENDS = 1_700_000_000_000

/** A scheduler that remembers what it was asked for, over orders with the answers they will give one after the other. */
const watched = (orders: Readonly<Record<string, readonly (How | Error)[]>>) => {
  const done: string[] = []
  const asked: string[] = []
  const takenOver: string[] = []
  const left = new Map(Object.entries(orders).map(([id, answers]) => [id, [...answers]]))
  const io = {
    sleep: async (id: string, ms: number) => void done.push(`${id} ${ms}`),
    sleepUntil: async (id: string, at: Date) => void done.push(`${id} ${at.getTime() - ENDS}`),
    run: async <T>(id: string, work: () => Promise<T>) => {
      done.push(id)
      return await work()
    },
  }
  const checkout = {
    findRunning: async (fromMs: number, toMs: number) => {
      expect([fromMs - ENDS, toMs - ENDS]).toEqual([-1_500, 500])
      return [...left].flatMap(([orderId, answers]) =>
        answers.length > 0 ? [{ orderId, correlationId: `request of ${orderId}` }] : [],
      )
    },
    resume: async (orderId: string): Promise<How> => {
      asked.push(orderId)
      const answer = left.get(orderId)?.shift() ?? 'busy'
      if (answer instanceof Error) throw answer
      return answer
    },
  }
  const job = finishCheckouts({
    checkout,
    onTakenOver: ({ orderId, correlationId }, how) => takenOver.push(`${orderId}, ${correlationId}: ${how}`),
  })
  return { done, asked, takenOver, run: () => job(io, { bucketEndsAtMs: ENDS }) }
}

test('a second whose checkouts all ended in line is looked at once, fifteen seconds later', async () => {
  const { done, run, takenOver } = watched({})
  expect(await run()).toEqual({ tries: 1 })
  expect(done).toEqual(['grace 15000', 'look-1'])
  expect(takenOver).toEqual([])
})

test('orders that wait for their bank are looked at again until each is decided, and told of', async () => {
  const { done, run, takenOver } = watched({ a: ['waiting', 'busy', 'terminal'], b: ['terminal'] })
  expect(await run()).toEqual({ tries: 3 })
  expect(done.filter((step) => step.startsWith('again'))).toEqual(['again-1 5000', 'again-2 5000'])
  expect(takenOver).toEqual([
    'a, request of a: waiting',
    'b, request of b: terminal',
    'a, request of a: busy',
    'a, request of a: terminal',
  ])
})

test('a fault of one order is told after the others had their turn', async () => {
  const { run, asked } = watched({ a: [new Error('no bank')], b: ['terminal'] })
  await expect(run()).rejects.toThrow('1 checkouts could not be resumed')
  expect(asked).toEqual(['a', 'b'])
})

test('an order that nothing can finish is given to the sweeper before the scheduler runs out of steps', async () => {
  const { done, run } = watched({ a: Array.from({ length: 1_000 }, () => 'busy' as const) })
  await run()
  expect(done.length).toBeLessThan(1_000)
})

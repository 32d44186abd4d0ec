import { expect, test } from 'vitest'
import { finishCheckout } from './finish-checkout'

const watched = (answers: readonly ('terminal' | 'waiting' | 'busy')[]) => {
  const done: string[] = []
  const left = [...answers]
  const io = {
    sleep: async (id: string, ms: number) => void done.push(`${id} ${ms}`),
    run: async <T>(id: string, work: () => Promise<T>) => {
      done.push(id)
      return await work()
    },
  }
  return { done, run: () => finishCheckout({ resume: async () => left.shift() ?? 'busy' })(io, { orderId: 'o-1' }) }
}

test('an order that was finished in line is looked at once, fifteen seconds later, and left alone', async () => {
  const { done, run } = watched(['terminal'])
  expect(await run()).toEqual({ tries: 1 })
  expect(done).toEqual(['grace 15000', 'resume-1'])
})

test('an order that waits for its bank is looked at again until it is decided', async () => {
  const { done, run } = watched(['waiting', 'busy', 'terminal'])
  expect(await run()).toEqual({ tries: 3 })
  expect(done.filter((step) => step.startsWith('again'))).toEqual(['again-1 5000', 'again-2 5000'])
})

test('an order that nothing can finish is given to the sweeper before the scheduler runs out of steps', async () => {
  const { done, run } = watched([])
  await run()
  expect(done.length).toBeLessThan(1_000)
})

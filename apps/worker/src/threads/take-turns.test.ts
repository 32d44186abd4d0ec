import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, expect, test, vi } from 'vitest'
import { runThread } from './run-thread'
import { createTurns, WorkOverdue } from './take-turns'

const script = (source: string): URL => new URL(`data:text/javascript,${encodeURIComponent(source)}`)
const answering = script(
  `import { parentPort, workerData } from 'node:worker_threads'; parentPort.postMessage(workerData)`,
)

afterEach(() => void vi.useRealTimers())

test('a thread that never ends is ended, its turn fails by name, and the next one goes on', async () => {
  const inTurn = createTurns(400)
  let tellEnd = (): void => undefined
  const end = new Promise<void>((resolve) => {
    tellEnd = resolve
  })
  const hanging = inTurn('the first', (overdue) => runThread(script('for (;;);'), {}, overdue).finally(tellEnd))
  const next = inTurn('the second', async () => 'done')
  const fault: unknown = await hanging.catch((thrown: unknown) => thrown)
  expect(fault).toBeInstanceOf(WorkOverdue)
  expect(fault).toMatchObject({ work: 'the first', limitMs: 400, message: 'the first did not end within 0.4 s' })
  expect(await next).toBe('done')
  await end
})

test('a thread answers what it says first', async () => {
  const { signal } = new AbortController()
  expect(await runThread(answering, { told: 7 }, signal)).toEqual({ told: 7 })
})

test('work that does not listen is left behind, and what it says late is heard by nobody', async () => {
  const inTurn = createTurns(20)
  const deaf = inTurn('the deaf', async () => {
    await sleep(60)
    throw new Error('late')
  })
  const next = inTurn('the next', async () => 'done')
  await expect(deaf).rejects.toThrow('the deaf did not end within 0.02 s')
  expect(await next).toBe('done')
  await sleep(60)
})

test('the time of a turn begins with it, not while it waits', async () => {
  vi.useFakeTimers()
  const inTurn = createTurns(1_000)
  const takesNearlyAll = (n: number) => new Promise<number>((resolve) => setTimeout(() => resolve(n), 900))
  const turns = Promise.all([1, 2, 3].map((n) => inTurn(`number ${n}`, () => takesNearlyAll(n))))
  const [answers] = await Promise.all([turns, vi.advanceTimersByTimeAsync(2_700)])
  expect(answers).toEqual([1, 2, 3])
})

test('a thread that dies, or is asked for when it is too late already, is a fault', async () => {
  await expect(runThread(script('process.exit(3)'), {}, AbortSignal.abort(new Error('too late')))).rejects.toThrow(
    'too late',
  )
  const { signal } = new AbortController()
  await expect(runThread(script('process.exit(3)'), {}, signal)).rejects.toThrow('ended with 3')
  await expect(runThread(script(`throw new Error('no memory')`), {}, signal)).rejects.toThrow('no memory')
})

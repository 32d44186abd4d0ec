import { expect, test } from 'vitest'
import { endWithProcess } from './end-with-process'

test('a process that joins stacks again and again listens once, and no longer when it has left all of them', () => {
  const before = process.listenerCount('SIGTERM')
  const leave = [...Array(20)].flatMap(() => [endWithProcess('/nowhere/one'), endWithProcess('/nowhere/two')])
  expect(process.listenerCount('SIGTERM')).toBe(before + 1)
  const [first, ...others] = leave
  first?.()
  first?.()
  for (const other of others.slice(1)) other()
  expect(process.listenerCount('SIGTERM')).toBe(before + 1)
  others[0]?.()
  expect(process.listenerCount('SIGTERM')).toBe(before)
})

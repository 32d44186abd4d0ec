import { expect, test } from 'vitest'
import { readPlan } from './second-build'

const planOf = (...tasks: [taskId: string, command: string, status: string][]): string =>
  JSON.stringify({ tasks: tasks.map(([taskId, command, status]) => ({ taskId, command, cache: { status } })) })

test('a task that is not in the cache is named; a room without a build has nothing to run', () => {
  const plan = planOf(
    ['db#build', 'node generate', 'HIT'],
    ['web#build', 'next build', 'MISS'],
    ['core#build', '<NONEXISTENT>', 'MISS'],
  )
  expect(readPlan(plan)).toEqual({ all: ['db#build', 'web#build'], again: ['web#build'] })
  expect(readPlan(planOf(['db#build', 'node generate', 'HIT'])).again).toEqual([])
})

test('words before the plan are passed over; an answer without one is a fault', () => {
  expect(readPlan(`an update is there\n${planOf(['db#build', 'node generate', 'MISS'])}`).again).toEqual(['db#build'])
  expect(() => readPlan('turbo is not there')).toThrow()
})

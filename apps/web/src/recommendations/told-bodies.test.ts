import type { BodyAnswer } from '@selvedge/core'
import { expect, test } from 'vitest'
import { rememberBodies } from './told-bodies'

const answersIn = (stored: Map<string, BodyAnswer>) => {
  let asked = 0
  return {
    asked: () => asked,
    told: async (person: string) => {
      asked += 1
      return stored.get(person)
    },
    tell: async (person: string, answer: BodyAnswer) => void stored.set(person, answer),
    forget: async (person: string) => void stored.delete(person),
  }
}

test('a body is asked for once a minute, and what is told here counts at once', async () => {
  let now = 0
  const answers = answersIn(new Map([['u:maren', { heightCm: 170 }]]))
  const bodies = rememberBodies(answers, () => now)
  expect(await bodies.told('u:maren')).toEqual({ heightCm: 170 })
  expect(await bodies.told('u:maren')).toEqual({ heightCm: 170 })
  expect(answers.asked()).toBe(1)
  await bodies.tell('u:maren', { heightCm: 180 })
  expect(await bodies.told('u:maren')).toEqual({ heightCm: 180 })
  await bodies.forget('u:maren')
  expect(await bodies.told('u:maren')).toBeUndefined()
  now = 60_001
  await bodies.told('u:maren')
  expect(answers.asked()).toBe(4)
})

test('a question that failed is asked again', async () => {
  let fails = true
  const bodies = rememberBodies(
    {
      told: async () => {
        if (fails) throw new Error('the database is away')
        return { weightKg: 70 }
      },
      tell: async () => undefined,
      forget: async () => undefined,
    },
    () => 0,
  )
  await expect(bodies.told('v:someone')).rejects.toThrow('away')
  fails = false
  expect(await bodies.told('v:someone')).toEqual({ weightKg: 70 })
})

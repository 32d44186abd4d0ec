import { expect, test } from 'vitest'
import { z } from 'zod'
import { parsedOnce } from './parsed-once'

const cloth = z.object({ name: z.string(), tags: z.array(z.string()) })

test('an object that was parsed before is not looked at again', () => {
  let looks = 0
  const schema = z.array(parsedOnce(cloth.refine(() => ++looks > 0)))
  const linen = { name: 'linen', tags: ['light'], margin: 3 }
  const [first] = schema.parse([linen])
  const [second] = schema.parse([linen, { ...linen }])
  expect(first).toEqual({ name: 'linen', tags: ['light'] })
  expect(second).toBe(first)
  expect(looks).toBe(2)
})

test('what does not fit is refused as the schema itself refuses it, every time', () => {
  const plain = z.object({ cloths: z.array(cloth) })
  const once = z.object({ cloths: z.array(parsedOnce(cloth)) })
  const wrong = { name: 'linen', tags: [4] }
  for (const input of [wrong, wrong, undefined, null, 'linen', {}]) {
    const told = plain.safeParse({ cloths: [input] }).error?.issues
    expect(told).toBeDefined()
    expect(once.safeParse({ cloths: [input] }).error?.issues).toEqual(told)
  }
  expect(once.safeParse({}).error?.issues).toEqual(plain.safeParse({}).error?.issues)
})

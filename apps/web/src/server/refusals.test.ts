import { type PersonKey, userKey, visitorKey } from '@selvedge/core'
import { expect, test } from 'vitest'
import { believed } from './believed'
import { createRefusals } from './refusals'

const MAREN = userKey('maren')

/** Words as they stand in the database, and how often they were asked for. */
function wordsOf(said: Map<PersonKey, boolean>) {
  let [asked, nowMs, isAway] = [0, 0, false]
  const faults: unknown[] = []
  const words = believed({
    ask: async (person: PersonKey) => {
      asked += 1
      if (isAway) throw new Error('away')
      return said.get(person)
    },
    forMs: 1_000,
    nowMs: () => nowMs,
  })
  return {
    hasRefused: createRefusals({ words, onFault: (fault) => faults.push(fault) }),
    asked: () => asked,
    faults,
    pass: (ms: number) => {
      nowMs += ms
    },
    fall: () => {
      isAway = true
    },
  }
}

test('a no of an account is heard within its time; a yes is asked for once in that time', async () => {
  const said = new Map([[MAREN, true]])
  const { hasRefused, asked, pass } = wordsOf(said)
  expect([await hasRefused(MAREN), await hasRefused(MAREN), asked()]).toEqual([false, false, 1])
  said.set(MAREN, false)
  pass(1_001)
  expect(await hasRefused(MAREN)).toBe(true)
})

test('a remembered no never stands against a yes that was given since', async () => {
  const said = new Map([[MAREN, false]])
  const { hasRefused } = wordsOf(said)
  expect(await hasRefused(MAREN)).toBe(true)
  said.set(MAREN, true)
  expect(await hasRefused(MAREN)).toBe(false)
})

test('visitors answer for their own browser, and nobody is refused while words cannot be read', async () => {
  const { hasRefused, asked, fall, faults } = wordsOf(new Map())
  expect([await hasRefused(visitorKey('guest')), asked()]).toEqual([false, 0])
  fall()
  expect([await hasRefused(MAREN), faults.length]).toEqual([false, 1])
})

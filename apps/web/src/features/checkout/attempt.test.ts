import { expect, test } from 'vitest'
import { attemptId, endAttempt } from './attempt'

const storage = () => {
  const kept = new Map<string, string>()
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  }
}

test('paying again after a lost answer asks for the same order', () => {
  const kept = storage()
  expect(attemptId('card-approve 9900', kept)).toBe(attemptId('card-approve 9900', kept))
})

test('another card is another attempt', () => {
  const kept = storage()
  expect(attemptId('card-decline', kept)).not.toBe(attemptId('card-approve', kept))
})

test('after a final answer the same order can be tried anew', () => {
  const kept = storage()
  const first = attemptId('card-decline', kept)
  endAttempt(kept)
  expect(attemptId('card-decline', kept)).not.toBe(first)
})

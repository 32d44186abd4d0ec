import { expect, test } from 'vitest'
import { sagaSteps } from './saga-steps'

const entry = (seq: number, type: string, facts = {}) => ({ seq, type, atMs: 1_700_000_000_000 + seq, facts })
const saga = { step: 'commit' as const, state: 'running' as const, attempts: 1, updatedAtMs: 0 }
const words = (steps: ReturnType<typeof sagaSteps>) => steps.map(({ label, state }) => [label, state])

test('a running checkout shows what is done, where it stands and what is to come', () => {
  const timeline = [entry(1, 'placed'), entry(2, 'stock-held'), entry(3, 'payment-authorised')]
  expect(words(sagaSteps({ timeline, saga }))).toEqual([
    ['Order placed', 'done'],
    ['Pieces held for the payment', 'done'],
    ['The bank has agreed', 'done'],
    ['Set the stock aside', 'current'],
    ['Take the money', 'coming'],
    ['Confirm', 'coming'],
  ])
})

test('a checkout that is taken back promises no steps forward', () => {
  const timeline = [entry(1, 'placed'), entry(2, 'payment-declined', { declineCode: 'insufficient_funds' })]
  const steps = sagaSteps({ timeline, saga: { ...saga, step: 'undo-stock', attempts: 2 } })
  expect(words(steps)).toEqual([
    ['Order placed', 'done'],
    ['The bank has declined', 'failed'],
    ['Give the stock back', 'current'],
  ])
  expect(steps.at(1)?.note).toBe('decline code: insufficient funds')
  expect(steps.at(-1)?.note).toBe('try 2')
})

test('an order from before the live shop shows what was recorded and nothing more', () => {
  expect(words(sagaSteps({ timeline: [entry(1, 'placed'), entry(2, 'delivered')] }))).toEqual([
    ['Order placed', 'done'],
    ['Delivered', 'done'],
  ])
})

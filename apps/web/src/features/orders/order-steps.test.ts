import { expect, test } from 'vitest'
import { orderSteps } from './order-steps'

const entry = (seq: number, type: string) => ({ seq, type, atMs: 1_700_000_000_000 + seq * 1_000, facts: {} })

test('a confirmed order shows what was done, what happens now and what is to come', () => {
  const steps = orderSteps({ state: 'confirmed', timeline: [entry(1, 'placed'), entry(2, 'confirmed')] })
  expect(steps.map(({ label, state }) => [label, state])).toEqual([
    ['Order placed', 'done'],
    ['Confirmed', 'done'],
    ['We are packing it', 'current'],
    ['Handed to the carrier', 'coming'],
    ['Delivered', 'coming'],
  ])
})

test('a declined order says why, and promises nothing more', () => {
  const steps = orderSteps({
    state: 'cancelled',
    stateReason: 'PAYMENT_DECLINED',
    timeline: [entry(1, 'placed'), entry(2, 'payment-declined'), entry(3, 'cancelled')],
  })
  expect(steps.at(-1)).toMatchObject({ label: 'Cancelled', state: 'failed', note: 'The bank declined the card.' })
})

test('asking the bank many times is one step, and entries for staff are not shown', () => {
  const timeline = [entry(1, 'placed'), entry(2, 'payment-pending'), entry(3, 'payment-pending'), entry(4, 'other')]
  const steps = orderSteps({ state: 'payment_pending', timeline })
  expect(steps.filter(({ state }) => state === 'done')).toHaveLength(2)
})

import { expect, test } from 'vitest'
import type { OutboxMessage } from '../outbox/messages'
import { noticeOfMessage, type OrderToTell, orderToTell } from './notice-of-message'

const order: OrderToTell = {
  orderId: 'o',
  number: '48211',
  email: 'mara@example.org',
  link: '/orders/48211',
  pieces: new Map([[1, 'Linen shirt in M']]),
}
const told = (message: OutboxMessage, of = order) =>
  noticeOfMessage({ seq: 9n, correlationId: 'c', recordedAt: new Date(0), message }, of)

const promise = {
  topic: 'supply',
  promiseId: 1,
  orderId: 'o',
  lineNo: 1,
  variantId: 1,
  recordId: 1,
  quantity: 1,
} as const

test('a later day is told with the piece, both days and the choice', () => {
  const message = {
    ...promise,
    type: 'PromiseRebound',
    tell: 'later',
    shipBy: '2026-12-14',
    was: '2026-12-03',
  } as const
  expect(told(message)).toMatchObject({
    dedupeKey: 'outbox:9',
    kind: 'promise-later',
    subject: 'A later day for order 48211',
    body: 'Linen shirt in M ships by 14 December instead of 3 December. You can keep it or cancel the order on its page.',
  })
})

test('a promise that only moved to other supply is nothing to tell', () => {
  const message = { ...promise, type: 'PromiseRebound' } as const
  expect(orderToTell(message)).toBeUndefined()
  expect(told(message)).toBeUndefined()
})

test('an order that was cancelled by hand is told, a checkout that failed in front of its buyer is not', () => {
  const message = { topic: 'order', type: 'OrderCancelled', orderId: 'o', number: '48211', seq: 4 } as const
  expect(told(message)).toBeUndefined()
  expect(told(message, { ...order, cancelledBy: 'buyer' })?.kind).toBe('order-cancelled')
})

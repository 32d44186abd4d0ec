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

test('a day that nobody stands for any more is told with the choice, and the next one as a day, not as a later one', () => {
  const lost = { ...promise, type: 'PromiseRebound', tell: 'at-risk', was: '2026-12-03' } as const
  expect(told(lost)).toMatchObject({
    kind: 'promise-at-risk',
    subject: 'No day any more for order 48211',
    body: 'Linen shirt in M will not come by the day it was promised for, and we cannot name another one yet. You can keep it or cancel the order on its page.',
  })
  const found = { ...promise, type: 'PromiseRebound', tell: 'later', shipBy: '2026-12-14' } as const
  expect(told(found)).toMatchObject({
    subject: 'A day for order 48211',
    body: 'Linen shirt in M ships by 14 December. You can keep it or cancel the order on its page.',
  })
})

test('who never had a day is not told that it is gone, only that there is still none', () => {
  const still = { ...promise, type: 'PromiseRebound', tell: 'at-risk' } as const
  expect(told(still)).toMatchObject({
    kind: 'promise-at-risk',
    subject: 'Still no day for order 48211',
    body: 'Linen shirt in M will not come with the shipment it was to come from, and we cannot name a day yet. You can keep it or cancel the order on its page.',
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

test('a parcel is told with what is in it, how to follow it, and that more follows', () => {
  const message = { topic: 'order', type: 'ParcelShipped', orderId: 'o', number: '48211', seq: 7 } as const
  const lines = [{ lineNo: 1, quantity: 2 }]
  const entry = { type: 'shipped', carrier: 'postnl', trackingNumber: '3SABC123', lines, isRest: false } as const
  expect(told(message)).toBeUndefined()
  expect(told(message, { ...order, entries: new Map([[7, entry]]) })).toMatchObject({
    kind: 'parcel-shipped',
    subject: 'A part is on its way: order 48211',
    body: 'In the parcel: 2 x Linen shirt in M.\nPostNL, 3SABC123: https://jouw.postnl.nl/track-and-trace/3SABC123\nThe rest of the order follows in another parcel.',
  })
})

test('the rest of an order that is cancelled is told with its money', () => {
  const message = { topic: 'order', type: 'RestCancelled', orderId: 'o', number: '48211', seq: 8 } as const
  const entry = { type: 'rest-cancelled', reason: 'CANCELLED_BY_STAFF', units: 1, refundMinor: 1_001 } as const
  expect(told(message, { ...order, entries: new Map([[8, entry]]) })).toMatchObject({
    subject: 'The rest of order 48211 is cancelled',
    body: '1 piece will not come, and we are sorry. What they cost goes back the way it came.',
  })
})

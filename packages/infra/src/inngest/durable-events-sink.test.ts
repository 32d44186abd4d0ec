import type { OutboxMessage, SequencedMessage } from '@selvedge/core'
import { expect, test } from 'vitest'
import { createDurableEventsSink } from './durable-events-sink'
import type { DurableEvent } from './inngest-events'

const NOW = 1_700_000_000_000
const level = { onHand: 5, reserved: 1, allocated: 0, unavailable: 0, short: 0, safetyStock: 0, oversellCap: 0 }
const stock = (type: 'Reserved' | 'Extended' | 'Released', expiresAtMs: number): OutboxMessage => ({
  topic: 'stock',
  type,
  recordId: 1,
  variantId: 1,
  locationId: 1,
  version: 2,
  quantity: 1,
  expiresAtMs,
  recordedAtMs: NOW,
  level,
})
const batch = (...messages: OutboxMessage[]): SequencedMessage[] =>
  messages.map((message, n) => ({ seq: BigInt(n + 1), correlationId: 'trail', recordedAt: new Date(NOW), message }))

const createWorld = () => {
  const sent: DurableEvent[][] = []
  let isDown = false
  let now = NOW
  const sink = createDurableEventsSink({
    now: () => now,
    send: async (events) => {
      if (isDown) throw new Error('no scheduler')
      sent.push([...events])
    },
  })
  const setDown = (next: boolean): void => {
    isDown = next
  }
  const setNow = (next: number): void => {
    now = next
  }
  return { sink, sent, setDown, setNow }
}

test('all holds that end within one second share one alarm, set to the end of that second', async () => {
  const { sink, sent } = createWorld()
  await sink.handle(batch(stock('Reserved', NOW + 1), stock('Reserved', NOW + 999), stock('Extended', NOW + 1_000)))
  expect(sent.flat()).toEqual([
    { id: `holds-due-${NOW + 1_000}`, name: 'stock/holds.due', data: { bucketEndsAtMs: NOW + 1_000 } },
  ])
  await sink.handle(batch(stock('Reserved', NOW + 500), stock('Reserved', NOW + 1_001)))
  expect(sent.flat().map(({ id }) => id)).toEqual([`holds-due-${NOW + 1_000}`, `holds-due-${NOW + 2_000}`])
})

test('a released hold sets no alarm, and neither does one that was swept long ago', async () => {
  const { sink, sent } = createWorld()
  await sink.handle(batch(stock('Released', NOW + 5_000), stock('Reserved', NOW - 60_000)))
  expect(sent).toEqual([])
})

test('a hold that is told of when its second is over gets an alarm of its own, one for all of them', async () => {
  const { sink, sent, setNow } = createWorld()
  await sink.handle(batch(stock('Reserved', NOW + 500)))
  setNow(NOW + 1_200)
  const late = batch(stock('Reserved', NOW + 700), stock('Reserved', NOW + 900), stock('Reserved', NOW + 1_400))
  await sink.handle(late)
  expect(sent.flat().map(({ id }) => id)).toEqual([
    `holds-due-${NOW + 1_000}`,
    `holds-due-${NOW + 1_000}-late-2`,
    `holds-due-${NOW + 2_000}`,
  ])
  // The same batch again, after a crash, is the same alarm.
  const { sink: other, sent: again, setNow: setOther } = createWorld()
  setOther(NOW + 1_200)
  await other.handle(late)
  expect(again.flat()[0]).toEqual({
    id: `holds-due-${NOW + 1_000}-late-2`,
    name: 'stock/holds.due',
    data: { bucketEndsAtMs: NOW + 1_000 },
  })
})

test('all checkouts that began within one second are looked after by one run', async () => {
  const { sink, sent } = createWorld()
  const began: OutboxMessage = { topic: 'order', type: 'CheckoutStarted', orderId: 'o', number: 'S1', seq: 1 }
  await sink.handle(batch(began, { ...began, orderId: 'p' }, { ...began, type: 'OrderConfirmed' }))
  await sink.handle(batch({ ...began, orderId: 'q' }))
  expect(sent.flat()).toEqual([{ id: `checkouts-began-${NOW}`, name: 'checkout/began', data: { bucketEndsAtMs: NOW } }])
})

test('what could not be sent is sent when the scheduler is back', async () => {
  const { sink, sent, setDown } = createWorld()
  const holds = batch(...Array.from({ length: 150 }, (_, n) => stock('Reserved', NOW + n * 1_000 + 1)))
  setDown(true)
  await expect(sink.handle(holds)).rejects.toThrow('no scheduler')
  setDown(false)
  await sink.handle(holds)
  expect(sent.map((events) => events.length)).toEqual([100, 50])
})

import type { SequencedMessage, StockMessage } from '@selvedge/core'
import type { Arrival } from '@selvedge/db'
import { expect, test } from 'vitest'
import { createCameBackSink } from './came-back-sink'

const told = (type: StockMessage['type'], quantity: number, onHand: number, reserved = 0): SequencedMessage => ({
  seq: 1n,
  correlationId: 'trail',
  recordedAt: new Date(5_000),
  message: {
    topic: 'stock',
    type,
    recordId: 7,
    variantId: 3,
    locationId: 1,
    version: 2,
    quantity,
    recordedAtMs: 5_000,
    level: { onHand, reserved, allocated: 0, unavailable: 0, short: 0, safetyStock: 0, oversellCap: 0 },
  },
})

test('a size has come back when units arrive where there were none; not by a hold that ends, nor by more of the same', async () => {
  const noted: Arrival[] = []
  const sink = createCameBackSink({ note: async (arrivals) => void noted.push(...arrivals) })
  await sink.handle([told('Expired', 1, 1), told('Received', 2, 9), told('SoldAtTill', 1, 0)])
  expect(noted).toEqual([])
  await sink.handle([told('Received', 4, 4)])
  expect(noted).toEqual([{ variantId: 3, recordId: 7, atMs: 5_000 }])
})

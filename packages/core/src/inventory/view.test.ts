import { expect, test } from 'vitest'
import { holdReceipt } from './hold-receipt'
import type { ReservationPart } from './reservation'
import { StockView } from './view'

const NOW = new Date('2026-01-05T12:00:00Z')

const part = (recordId: number): ReservationPart => ({
  cartId: 'cart',
  reservationId: 'hold',
  recordId,
  variantId: 1,
  quantity: recordId,
  requestedUnits: 6,
  futureUnits: 0,
  shipped: 0,
  state: 'committed',
  expiresAt: NOW,
  extensions: 0,
  heldAt: NOW,
})

test('a reservation is the same reservation, in whatever order its parts were found', () => {
  const orders = [
    [1, 2, 3],
    [3, 1, 2],
    [2, 3, 1],
  ].map((recordIds) => recordIds.map(part))
  const seen = orders.map((parts) => {
    const view = new StockView({ now: NOW, records: [], sellingLocations: [], parts, heldUnits: new Map() })
    return view.reservation('cart', 'hold')
  })
  expect(seen).toEqual([orders[0], orders[0], orders[0]])
  expect(orders.map((parts) => holdReceipt(parts))).toEqual(orders.map(() => holdReceipt(orders[0] ?? [])))
})

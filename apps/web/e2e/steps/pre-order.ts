import { expect } from '@playwright/test'
import { answerOf, mutate, query } from '../fixtures/call'
import type { Piece } from '../fixtures/stock-keeper'
import type { Visitor } from '../fixtures/test'
import { arriveAtOrder, chooseCard, fillIn, pay } from './checkout-page'
import { drawer, lookAt } from './product-page'

const DAY_MS = 86_400_000

/** An ISO day. */
export const inDays = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10)

/** Announces a shipment of one piece that may be sold ahead, to the place where the piece lies; answers its number. */
export const announceShipment = async (
  { context: { request } }: Visitor,
  piece: Piece,
  { units, expectedOn }: { units: number; expectedOn: string },
): Promise<string> => {
  const record = await answerOf<{ locationId: number }>(
    await query(request, 'admin.stock.record', { recordId: piece.recordId }),
  )
  const { number } = await answerOf<{ number: string }>(
    await mutate(request, 'admin.supply.announce', {
      supplierId: 1,
      locationId: record.locationId,
      expectedOn,
      lines: [{ sku: piece.sku, units, presale: true }],
    }),
  )
  return number
}

/** Buys one of a piece before it has arrived, and stays on the order's page; answers the order's number. */
export const buyAhead = async (
  buyer: Visitor,
  piece: Piece,
  email: string,
  offer: 'Pre-order' | 'Order now, ships later' = 'Pre-order',
): Promise<string> => {
  await lookAt(buyer, piece)
  await buyer.page.getByRole('main').getByRole('button', { name: offer, exact: true }).click()
  await expect(drawer(buyer).getByRole('timer').first()).toHaveText(/^Held \d+:\d\d$/)
  await buyer.visit('/checkout')
  await fillIn(buyer, email)
  await chooseCard(buyer, 'approved')
  await pay(buyer)
  return arriveAtOrder(buyer)
}

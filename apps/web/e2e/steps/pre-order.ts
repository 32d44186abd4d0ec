import { expect } from '@playwright/test'
import type { Piece } from '../fixtures/stock-keeper'
import type { Visitor } from '../fixtures/test'
import { arriveAtOrder, chooseCard, fillIn, pay } from './checkout-page'
import { drawer, lookAt } from './product-page'

const DAY_MS = 86_400_000

/** An ISO day. */
export const inDays = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10)

type Announcement = { units: number; expectedOn: string; locationId: number }

/** Fills in the form of a shipment of one piece that may be sold ahead, and goes on to its button by keyboard. */
export const fillInShipment = async (
  staff: Visitor,
  piece: Piece,
  { units, expectedOn, locationId }: Announcement,
): Promise<void> => {
  const { page } = staff
  await staff.visit('/admin/supply')
  await page.getByRole('link', { name: 'Announce a shipment' }).click()
  await staff.arrive('/admin/supply/new')
  await page.getByLabel('Supplier').selectOption({ index: 0 })
  await page.getByLabel('Comes to').selectOption(String(locationId))
  await page.getByLabel('Expected on').fill(expectedOn)
  await page.getByLabel('Lines').fill(`${piece.sku} ${units} presale`)
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Announce it' })).toBeFocused()
}

/** The number of the shipment whose page a form has led to. */
export const arriveAtShipment = async (staff: Visitor): Promise<string> => {
  await staff.arrive(/\/admin\/supply\/SHP-\d+$/)
  return new URL(staff.page.url()).pathname.split('/').at(-1) ?? ''
}

/** As on a bad line: the shop does what it is asked, and its answer does not arrive. Once; answers how often it was. */
export const loseAnswer = async ({ page, calm }: Visitor, procedure: string): Promise<() => number> => {
  let lost = 0
  calm.tolerate(/ERR_FAILED/)
  await page.route(
    ({ pathname }) => pathname.endsWith(`/${procedure}`),
    async (route) => {
      await route.fetch()
      lost += 1
      await route.abort('failed')
    },
    { times: 1 },
  )
  return () => lost
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

import { expect, test } from './fixtures/test'
import { arriveAtShipment, buyAhead, fillInShipment, inDays } from './steps/pre-order'
import { signInAs } from './steps/sign-in'

/** A stream brings it; a message is written by the worker. */
const TOLD_MS = 30_000

test('a shipment slips: who bought ahead of it is told on the open page, cancels, and pays nothing', async ({
  visitors,
  shop,
}) => {
  const piece = await shop.stock.claim(0)
  const before = await shop.truth.level(piece.variantId)
  const email = `ahead-${Date.now()}@example.org`
  const [buyer, staff] = [await visitors(), await visitors()]

  const { page } = staff
  await signInAs(staff, 'merchandiser', '/admin/supply')
  const locationId = await shop.truth.locationOf(piece.recordId)
  await fillInShipment(staff, piece, { units: 5, expectedOn: inDays(9), locationId })
  // Pressed twice by an impatient hand, it is announced once.
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  const shipment = await arriveAtShipment(staff)
  expect(await shop.truth.onTheirWay(piece.variantId)).toBe(5)
  const number = await buyAhead(buyer, piece, email)
  expect(await shop.truth.ordersOf(email)).toMatchObject([
    { state: 'confirmed', payments: ['authorised'], captures: 0 },
  ])
  expect(await shop.truth.promisedUnits(piece.variantId)).toBe(1)

  await staff.visit(`/admin/supply/${shipment}`)
  await page.getByLabel('Expected on').fill(inDays(23))
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText(`${shipment} changed`)).toBeVisible()

  const choice = buyer.page.getByRole('region', { name: 'Keep or cancel' })
  await expect(choice.getByText('The day we promised has changed.')).toBeVisible({ timeout: TOLD_MS })
  await expect(buyer.page.getByText(`A later day for order ${number}`)).toBeVisible({ timeout: TOLD_MS })
  await buyer.arrive(/\/orders\//)
  await choice.getByRole('button', { name: 'Cancel the order' }).click()
  await choice.getByRole('button', { name: 'Yes, cancel the whole order' }).click()
  await expect(buyer.page.getByRole('heading', { level: 1 })).toHaveText('Cancelled', { timeout: TOLD_MS })
  await expect(buyer.page.getByText('The payment was called off')).toBeVisible({ timeout: TOLD_MS })
  await buyer.arrive(/\/orders\//)

  await expect
    .poll(() => shop.truth.ordersOf(email), { timeout: TOLD_MS })
    .toMatchObject([{ state: 'cancelled', payments: ['voided'], captures: 0 }])
  expect(await shop.truth.promisedUnits(piece.variantId)).toBe(0)
  expect(await shop.truth.level(piece.variantId)).toEqual(before)
  expect(await shop.truth.disagreements()).toEqual([])
})

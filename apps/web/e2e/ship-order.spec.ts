import { expect, test } from './fixtures/test'
import { arriveAtOrder, chooseCard, fillIn, pay } from './steps/checkout-page'
import { lookAt, putInBag } from './steps/product-page'
import { signInAs } from './steps/sign-in'

const TOLD_MS = 30_000

test('an order is picked, packed and sent, and its buyer sees it leave and is told', async ({ visitors, shop }) => {
  const piece = await shop.stock.claim(3)
  const before = await shop.truth.level(piece.variantId)
  const [buyer, staff] = [await visitors(), await visitors({ viewport: { width: 390, height: 844 } })]
  await lookAt(buyer, piece)
  await putInBag(buyer)
  await buyer.visit('/checkout')
  await fillIn(buyer, `parcel-${Date.now()}@example.org`)
  await chooseCard(buyer, 'approved')
  await pay(buyer)
  const number = await arriveAtOrder(buyer)

  await signInAs(staff, 'merchandiser', `/admin/orders/${number}`)
  const { page } = staff
  await page.getByRole('button', { name: /^Pick a parcel at / }).click()
  const parcel = page.getByRole('article', { name: /^Parcel from / })
  await expect(parcel.getByText('Being picked')).toBeVisible()
  await parcel.getByRole('button', { name: 'Close the box' }).click()

  const send = parcel.getByRole('button', { name: 'Hand it to the carrier' })
  await parcel.getByLabel('Tracking number').fill('no/number')
  await send.click()
  await expect(parcel.getByText('Six to forty letters, digits or hyphens.')).toBeVisible()
  await staff.arrive(/\/admin\/orders\//)
  await parcel.getByLabel('Tracking number').fill('3SABCD123456')
  await send.click()
  await expect(parcel.getByText('PostNL 3SABCD123456')).toBeVisible()

  await expect(buyer.page.getByRole('heading', { level: 1 })).toHaveText('On its way', { timeout: TOLD_MS })
  await expect(buyer.page.getByRole('link', { name: '3SABCD123456' })).toBeVisible()
  await expect(buyer.page.getByText(`On its way: order ${number}`)).toBeVisible({ timeout: TOLD_MS })
  await buyer.arrive(/\/orders\//)

  await parcel.getByRole('button', { name: 'It was delivered' }).click()
  await expect(buyer.page.getByRole('heading', { level: 1 })).toHaveText('Delivered', { timeout: TOLD_MS })
  expect(await shop.truth.level(piece.variantId)).toEqual({ ...before, onHand: before.onHand - 1 })
  expect(await shop.truth.disagreements()).toEqual([])
})

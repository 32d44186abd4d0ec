import { expect, test } from './fixtures/test'
import { arriveAtOrder, chooseCard, fillIn, pay } from './steps/checkout-page'
import { drawer, lookAt, putInBag } from './steps/product-page'
import { signInAs } from './steps/sign-in'

/** A stream or a poll brings it; a message is written by the worker. */
const TOLD_MS = 30_000
const PHONE = { width: 390, height: 844 }

test('an order is found on the worklist and leaves in two parcels, and its buyer sees each of them leave', async ({
  visitors,
  shop,
}) => {
  // One shopper may hold a fifth of a SKU: two pieces of so many.
  const piece = await shop.stock.claim(12)
  const place = await shop.truth.placeOf(piece.recordId)
  const before = await shop.truth.level(piece.variantId)
  const [buyer, staff] = [await visitors(), await visitors({ viewport: PHONE })]
  const heading = buyer.page.getByRole('heading', { level: 1 })

  await lookAt(buyer, piece)
  await putInBag(buyer)
  // The hold comes before the line: who leaves in between is asked about another total at the checkout.
  const answered = buyer.page.waitForResponse(/bag\.setQuantity/)
  await drawer(buyer)
    .getByRole('button', { name: /^One more: / })
    .click()
  expect((await answered).ok()).toBe(true)
  expect(await shop.truth.heldUnits(piece.variantId)).toBe(2)
  await buyer.visit('/checkout')
  await fillIn(buyer, `parcel-${Date.now()}@example.org`)
  await chooseCard(buyer, 'approved')
  await pay(buyer)
  const number = await arriveAtOrder(buyer)

  const { page } = staff
  await signInAs(staff, 'merchandiser', `/admin/shipping?q=${number}`)
  const task = page.getByRole('row').filter({ hasText: number })
  await expect(task).toContainText(place)
  await expect(task).toContainText('To pick')
  await task.getByRole('link', { name: number }).click()
  await staff.arrive(/\/admin\/orders\/.+#fulfilment/)
  await expect(page.getByRole('heading', { name: 'Pick, pack, send' })).toBeFocused()

  const parcel = (state: string) => page.getByRole('article', { name: /^Parcel from / }).filter({ hasText: state })
  const send = async (trackingNumber: string) => {
    await page.getByRole('button', { name: `Pick a parcel at ${place}` }).click()
    await parcel('Being picked').getByRole('button', { name: 'Close the box' }).click()
    const packed = parcel('Packed')
    await packed.getByLabel('Tracking number').fill('no/number')
    await packed.getByRole('button', { name: 'Hand it to the carrier' }).click()
    await expect(packed).toContainText('Six to forty letters, digits or hyphens.')
    await packed.getByLabel('Tracking number').fill(trackingNumber)
    await packed.getByRole('button', { name: 'Hand it to the carrier' }).click()
    await expect(parcel(trackingNumber)).toContainText('On its way')
  }

  await test.step('the first parcel takes one of two', async () => {
    await page.getByRole('button', { name: `One fewer: ${piece.sku} from ${place}` }).click()
    await send('3SFIRST000001')
    await expect(heading).toHaveText('A part is on its way', { timeout: TOLD_MS })
    await expect(buyer.page.getByRole('link', { name: '3SFIRST000001' })).toBeVisible()
    expect(await shop.truth.level(piece.variantId)).toEqual({
      ...before,
      onHand: before.onHand - 1,
      allocated: before.allocated + 1,
    })
  })

  await test.step('the rest leaves, and the buyer is told', async () => {
    await send('3SSECOND00002')
    await expect(heading).toHaveText('On its way', { timeout: TOLD_MS })
    await expect(buyer.page.getByRole('link', { name: '3SSECOND00002' })).toBeVisible()
    await expect(buyer.page.getByText(`On its way: order ${number}`, { exact: true })).toBeVisible({ timeout: TOLD_MS })
    await buyer.arrive(/\/orders\//)
  })

  await test.step('ledger and worklist say so', async () => {
    await staff.visit(`/admin/shipping?q=${number}`)
    await expect(page.getByText('Nothing that is to be sent fits.')).toBeVisible()
    await staff.visit(`/admin/ledger/${piece.recordId}`)
    await expect(page.getByRole('table').getByRole('row').filter({ hasText: 'Shipped' })).toHaveCount(2)
    expect(await shop.truth.level(piece.variantId)).toEqual({ ...before, onHand: before.onHand - 2 })
    expect(await shop.truth.disagreements()).toEqual([])
  })
})

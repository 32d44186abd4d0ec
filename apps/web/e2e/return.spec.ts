import { randomUUID } from 'node:crypto'
import { answerOf, mutate } from './fixtures/call'
import type { Piece } from './fixtures/stock-keeper'
import { expect, test, type Visitor } from './fixtures/test'
import { arriveAtOrder, chooseCard, fillIn, pay } from './steps/checkout-page'
import { buyButton, lookAt, putInBag } from './steps/product-page'
import { signInAs } from './steps/sign-in'

/** A stream or a poll brings it. */
const TOLD_MS = 30_000
const WITHOUT_RELOAD_MS = 15_000
const PHONE = { width: 390, height: 844 }

/** The parcel reaches its buyer; how it is packed has a journey of its own. */
const deliver = async ({ context: { request } }: Visitor, number: string, locationId: number): Promise<void> => {
  const parcelId = randomUUID()
  const steps = [
    ['start', { number, parcelId, locationId, lines: [{ lineNo: 1, quantity: 1 }] }],
    ['pack', { parcelId, short: [] }],
    ['ship', { parcelId, carrier: 'postnl', trackingNumber: '3SRETURN00001' }],
    ['deliver', { parcelId }],
  ] as const
  for (const [step, input] of steps) await answerOf(await mutate(request, `admin.parcels.${step}`, input))
}

const buy = async (buyer: Visitor, piece: Piece, email: string): Promise<string> => {
  await lookAt(buyer, piece)
  await putInBag(buyer)
  await buyer.visit('/checkout')
  await fillIn(buyer, email)
  await chooseCard(buyer, 'approved')
  await pay(buyer)
  return arriveAtOrder(buyer)
}

test('the last piece comes back: asked for by its buyer, looked at at a desk, refunded, and on sale again on an open page', async ({
  visitors,
  shop,
}) => {
  const piece = await shop.stock.claim(1)
  const place = await shop.truth.placeOf(piece.recordId)
  const before = await shop.truth.level(piece.variantId)
  const email = `returns-${Date.now()}@example.org`
  const [buyer, next, staff] = [await visitors(), await visitors(), await visitors({ viewport: PHONE })]
  const number = await buy(buyer, piece, email)
  await lookAt(next, piece)
  await expect(buyButton(next)).toHaveText('Sold out in this size')

  await signInAs(staff, 'merchandiser', '/admin/returns')
  await deliver(staff, number, await shop.truth.locationOf(piece.recordId))
  await expect(buyer.page.getByRole('heading', { level: 1 })).toHaveText('Delivered', { timeout: TOLD_MS })

  const returns = buyer.page.getByRole('region', { name: 'Returns' })
  await test.step('its buyer asks for the return, and has to say why', async () => {
    await returns.getByRole('link', { name: 'Return something' }).click()
    await buyer.arrive(/\/orders\/[^/]+\/return/)
    const form = buyer.page.getByRole('main')
    await form.getByRole('checkbox').check()
    await form.getByRole('button', { name: 'Ask for the return' }).click()
    await expect(form.getByText('Please tell us why, it helps the next one fit.')).toBeVisible()
    await form.getByLabel('Why?').selectOption('Too small')
    await form.getByRole('button', { name: 'Ask for the return' }).click()
    await buyer.arrive(/\/orders\/[^/]+(\?|$)/)
    await expect(returns).toContainText('Approved')
    await expect(returns).toContainText('too small')
  })

  const { page } = staff
  await test.step('the parcel is taken in and looked at', async () => {
    await page.reload()
    await page.getByRole('row').filter({ hasText: number }).getByRole('link').first().click()
    await staff.arrive(/\/admin\/returns\/\d+/)
    const desk = page.getByLabel('Desk')
    const option = desk.getByRole('option', { name: new RegExp(`^${place}, `) })
    await desk.selectOption((await option.textContent()) ?? '')
    await page.getByRole('button', { name: 'The parcel is here' }).click()
    await expect(returns).toContainText('Being checked', { timeout: TOLD_MS })
    expect(await shop.truth.level(piece.variantId)).toMatchObject({
      onHand: before.onHand - 1,
      allocated: before.allocated,
    })
    await page.getByRole('button', { name: 'Decide and refund' }).click()
    await expect(page.getByText('1 back on sale')).toBeVisible()
    await staff.arrive(/\/admin\/returns\/\d+/)
  })

  await test.step('its buyer has the money back, and whoever looks at the piece can buy it', async () => {
    await expect(buyButton(next)).toHaveText('Put in the bag', { timeout: WITHOUT_RELOAD_MS })
    await expect(returns).toContainText('Done', { timeout: TOLD_MS })
    await expect(returns).toContainText('refunded', { timeout: TOLD_MS })
    await expect
      .poll(() => shop.truth.ordersOf(email), { timeout: TOLD_MS })
      .toMatchObject([{ state: 'delivered', payments: [expect.stringMatching(/^(captured|refunded)$/)] }])
    await buyer.arrive(/\/orders\//)
  })

  expect(await shop.truth.level(piece.variantId)).toEqual(before)
  expect((await shop.truth.entries(piece.variantId)).filter((type) => type === 'ReturnedRestocked')).toHaveLength(1)
  expect(await shop.truth.disagreements()).toEqual([])
})

import { expect, test } from './fixtures/test'
import { buyButton, drawer, lookAt, putInBag } from './steps/product-page'

const HOLD_MS = 8_000
/** Section 4: the event within 2 s of the expiry, the badge within 1 s of the event. */
const BACK_WITHIN_MS = 3_000

test('a hold that ends says so, gives the piece back to everyone, and can be taken again', async ({
  visitors,
  shop,
}) => {
  const piece = await shop.stock.claim(1)
  const [holder, other] = [await visitors(), await visitors()]
  await shop.underPolicy({ ttlMs: HOLD_MS }, async () => {
    await lookAt(other, piece)
    await lookAt(holder, piece)

    await putInBag(holder)
    const endsAt = Date.now() + HOLD_MS
    await expect(buyButton(other)).toHaveText('Sold out in this size', { timeout: 2_000 })

    await expect(drawer(holder).getByText('The hold has ended, so others can buy it.')).toBeVisible({
      timeout: HOLD_MS + BACK_WITHIN_MS,
    })
    await expect(buyButton(other)).toHaveText('Put in the bag', {
      timeout: Math.max(1_000, endsAt + BACK_WITHIN_MS - Date.now()),
    })
    await holder.arrive(/\/p\//)
    expect(await shop.truth.heldUnits(piece.variantId)).toBe(0)

    await drawer(holder).getByRole('button', { name: 'Take it again' }).click()
    await expect(drawer(holder).getByRole('timer')).toHaveText(/^Held /)
    await expect(buyButton(other)).toHaveText('Sold out in this size', { timeout: 2_000 })
    expect(await shop.truth.heldUnits(piece.variantId)).toBe(1)

    await expect(buyButton(other)).toHaveText('Put in the bag', { timeout: HOLD_MS + BACK_WITHIN_MS })
  })

  // The second one has ended too, and this time the other takes it, for as long as holds last: the line says it is gone.
  await putInBag(other)
  await holder.visit('/bag')
  await expect(holder.page.getByText('The hold has ended and someone else has it now.')).toBeVisible()
  await expect(holder.page.getByRole('button', { name: 'Take it again' })).toHaveCount(0)
  expect(await shop.truth.heldUnits(piece.variantId)).toBe(1)
  expect(await shop.truth.disagreements()).toEqual([])
})

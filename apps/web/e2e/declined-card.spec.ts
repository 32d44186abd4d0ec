import { expect, test } from './fixtures/test'
import { arriveAtOrder, chooseCard, fillIn, pay } from './steps/checkout-page'
import { lookAt, putInBag } from './steps/product-page'

test('a declined card costs nothing and loses nothing; another card then pays exactly once', async ({
  visitor,
  shop,
}) => {
  const { page, visit } = visitor
  const piece = await shop.stock.claim(2)
  const before = await shop.truth.level(piece.variantId)
  const email = `second-card-${Date.now()}@example.org`
  await lookAt(visitor, piece)
  await putInBag(visitor)

  await visit('/checkout')
  await fillIn(visitor, email)
  await chooseCard(visitor, 'declined')
  await pay(visitor)
  const refusal = page.getByRole('alert').filter({ hasText: 'The bank declined this card' })
  await expect(refusal).toContainText('Nothing was charged and your bag is as it was.')
  await visitor.arrive('/checkout')
  await expect(page.getByRole('link', { name: 'Bag, 1 piece' })).toBeVisible()
  expect((await shop.truth.level(piece.variantId)).allocated).toBe(before.allocated)

  await chooseCard(visitor, 'approved')
  await pay(visitor)
  await arriveAtOrder(visitor)

  const orders = await shop.truth.ordersOf(email)
  expect(orders.filter(({ state }) => state === 'confirmed')).toHaveLength(1)
  expect(orders.reduce((sum, { captures }) => sum + captures, 0)).toBe(1)
  expect(await shop.truth.level(piece.variantId)).toEqual({ ...before, allocated: before.allocated + 1 })
  expect(await shop.truth.disagreements()).toEqual([])
})

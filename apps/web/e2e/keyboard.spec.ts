import { expect, test, type Visitor } from './fixtures/test'
import { arriveAtOrder } from './steps/checkout-page'
import { addressOf, buyButton, drawer, sizeButton } from './steps/product-page'

const STOPS_MAX = 120

/** Presses Tab until the element has the focus, and looks that the focus can be seen. */
const tabTo = async ({ page }: Visitor, target: import('@playwright/test').Locator): Promise<void> => {
  for (let stop = 0; stop < STOPS_MAX; stop += 1) {
    if (await target.evaluate((element) => element === document.activeElement).catch(() => false)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`the Tab key never reaches ${target}`)
}

test('a purchase needs no mouse', async ({ visitor, shop }) => {
  const { page, visit, arrive } = visitor
  const piece = await shop.stock.claim(3)
  const email = `keys-${Date.now()}@example.org`

  await visit(addressOf(piece))
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused()
  await page.keyboard.press('Enter')
  await tabTo(visitor, sizeButton(visitor, piece))
  await page.keyboard.press('Space')
  await expect(sizeButton(visitor, piece)).toHaveAttribute('aria-pressed', 'true')
  await tabTo(visitor, buyButton(visitor))
  await page.keyboard.press('Enter')
  await expect(drawer(visitor).getByRole('timer')).toHaveText(/^Held /)
  await page.keyboard.press('Escape')
  await expect(drawer(visitor)).toBeHidden()

  await tabTo(visitor, page.getByRole('link', { name: 'Bag, 1 piece' }))
  await page.keyboard.press('Enter')
  await tabTo(visitor, drawer(visitor).getByRole('link', { name: 'Check out' }))
  await page.keyboard.press('Enter')
  await arrive('/checkout')

  const fields: [string, string][] = [
    ['E-mail', email],
    ['Full name', 'Ada Weaver'],
    ['Street and number', 'Loomstraat 1'],
    ['Postcode', '2311 AA'],
    ['Town', 'Leiden'],
  ]
  for (const [label, text] of fields) {
    await tabTo(visitor, page.getByLabel(label))
    await page.keyboard.type(text)
  }
  await tabTo(visitor, page.getByRole('radio', { name: /^Standard/ }))
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('radio', { name: /^Express/ })).toBeChecked()
  await tabTo(visitor, page.getByRole('button', { name: /^Pay / }))
  await page.keyboard.press('Enter')
  await arriveAtOrder(visitor)
  expect(await shop.truth.ordersOf(email)).toMatchObject([{ state: 'confirmed', captures: 1 }])
})

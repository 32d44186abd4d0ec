import { randomUUID } from 'node:crypto'
import { expect, test } from './fixtures/test'
import { becomeKnown } from './steps/known-shopper'

test('an alert that a page offered and that was asked for is not offered again when one comes back to the piece', async ({
  visitors,
}) => {
  const visitor = await visitors({ consent: 'personal' })
  const { page, visit, arrive } = visitor
  const cards = page.getByRole('main').locator('[data-product]')
  await visit('/shop?sort=price-asc')
  await becomeKnown(visitor, Number(await cards.first().getAttribute('data-product')))
  // Who looks at the cheapest is offered to hear when the dearest costs less.
  await visit('/shop?sort=price-desc')
  const open = async () => {
    const offered = page.waitForResponse(/alerts\.offered/)
    await cards.first().getByRole('link').click()
    await arrive(/\/p\//)
    await offered
  }
  await open()
  const ask = page.getByRole('main').getByRole('button', { name: 'Tell me when it costs less' })
  await ask.click()
  await page.getByLabel('E-mail for this one message').fill(`offered-${randomUUID()}@example.org`)
  await ask.click()
  await expect(page.getByRole('status').filter({ hasText: 'We write to you when it costs less.' })).toBeVisible()

  await page.goBack()
  await arrive(/\/shop\?sort=price-desc/)
  await open()
  await expect(ask).toHaveCount(0)
})

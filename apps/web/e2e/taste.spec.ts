import { expect, test } from './fixtures/test'
import { told } from './steps/known-shopper'
import { lookAt } from './steps/product-page'

test('a shopper is asked once, looks around, and finds what was looked at; erased, it is gone', async ({
  visitors,
  shop,
}) => {
  const visitor = await visitors({ consent: 'undecided' })
  const { page, visit } = visitor
  const [piece, other] = [await shop.stock.claim(3), await shop.stock.claim(3)]
  await visit('/')
  const question = page.getByRole('region', { name: 'May the shop learn your taste?' })
  // Not before the reader has left the top of a page, where it would stand before the way in.
  await expect(question).toBeHidden()
  await page.mouse.wheel(0, 1_000)
  await question.getByRole('button', { name: 'Yes, learn' }).click()
  await expect(question).toBeHidden()

  // The look itself: what came before it (impressions, the chosen size) is answered sooner.
  await told(visitor, 'view', () => lookAt(visitor, piece))
  await expect(async () => {
    await visit(`/p/${other.slug}`)
    // What stands below the screen is asked for by who reads on.
    await page.mouse.wheel(0, 400)
    const rail = page.getByRole('region', { name: 'You looked at' })
    await expect(rail.getByRole('link', { name: new RegExp(piece.title) }).first()).toBeVisible({ timeout: 2_000 })
  }).toPass({ timeout: 45_000 })

  await visit('/account')
  await expect(page.getByRole('checkbox', { name: /may learn from what I look at/ })).toBeChecked()
  const file = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download my data' }).click()
  expect((await file).suggestedFilename()).toBe('selvedge-my-data.json')
  await page.getByRole('button', { name: 'Erase my history' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Erase for good' }).click()
  await expect(page.getByText('Your history is erased').first()).toBeVisible()
  await visit(`/p/${other.slug}`)
  const asked = page.waitForResponse((answer) => answer.url().includes('taste.recent'))
  await page.mouse.wheel(0, 400)
  await asked
  await expect(page.getByRole('region', { name: 'You looked at' })).toBeHidden()
})

test('a guest saves a piece, takes the quiz, and both are there on the next page', async ({ visitor, shop }) => {
  const { page, visit } = visitor
  const piece = await shop.stock.claim(3)
  await visit(`/p/${piece.slug}`)
  const heart = page
    .getByRole('main')
    .getByRole('button', { name: new RegExp(`^Save .*${piece.title}`) })
    .first()
  const saved = page.waitForResponse((answer) => answer.url().includes('shop.saved.set') && answer.ok())
  await heart.click()
  await expect(heart).toHaveAttribute('aria-pressed', 'true')
  await saved
  await visit('/saved')
  await expect(
    page
      .getByRole('main')
      .getByRole('link', { name: new RegExp(piece.title) })
      .first(),
  ).toBeVisible()

  await visit('/quiz')
  await page.getByRole('button', { name: 'Start' }).click()
  for (let place = 1; place <= 8; place += 1) {
    await expect(page.getByRole('list', { name: `Piece ${place} of 8` })).toBeVisible()
    await page.getByRole('button', { name: place % 2 === 0 ? 'Not for me' : 'Mine' }).click()
  }
  await expect(page.getByRole('heading', { name: 'That is a taste' })).toBeVisible()
})

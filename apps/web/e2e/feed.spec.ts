import { expect, test } from './fixtures/test'

test('a piece waved away leaves the feed, comes back on Undo, and stays away when it is meant', async ({
  visitors,
}) => {
  const { page, visit } = await visitors({ consent: 'personal' })
  await visit('/')
  const feed = page.locator('[data-placement="for-you"]')
  const first = feed.getByRole('button', { name: /^Not for me/ }).first()
  const label = (await first.getAttribute('aria-label')) ?? ''
  const piece = feed.getByRole('button', { name: label, exact: true })
  const taken = () => page.waitForResponse((answer) => answer.url().includes('shop.taste.judge') && answer.ok())

  const [told] = await Promise.all([taken(), first.press('Enter')])
  expect(told.ok()).toBe(true)
  await expect(piece).toBeHidden()
  // Who uses the keyboard goes on where the piece was.
  await expect(feed.getByRole('button', { name: /^Not for me/ }).first()).toBeFocused()

  const [takenBack] = await Promise.all([taken(), page.getByRole('button', { name: 'Undo' }).click()])
  expect(takenBack.ok()).toBe(true)
  await expect(piece).toBeFocused()

  const [again] = await Promise.all([taken(), page.keyboard.press('Enter')])
  expect(again.ok()).toBe(true)
  await expect(async () => {
    await visit('/')
    await expect(feed.getByRole('button', { name: /^Not for me/ }).first()).toBeVisible()
    await expect(piece).toHaveCount(0, { timeout: 1_000 })
  }).toPass({ timeout: 45_000 })
})

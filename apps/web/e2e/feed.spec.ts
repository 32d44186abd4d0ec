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
  await expect(piece).toBeVisible()

  const [again] = await Promise.all([taken(), piece.press('Enter')])
  expect(again.ok()).toBe(true)
  await expect(async () => {
    await visit('/')
    await expect(feed.getByRole('button', { name: /^Not for me/ }).first()).toBeVisible()
    await expect(piece).toHaveCount(0, { timeout: 1_000 })
  }).toPass({ timeout: 20_000 })
})

test('beside a product stands what completes the look and what is close to it, known by placement and answer', async ({
  visitor,
  shop,
}) => {
  const { page, visit } = visitor
  const piece = await shop.stock.claim(3)
  // A shop that has just opened may still be reading its catalogue: until then there are no such rails.
  await expect(async () => {
    await visit(`/p/${piece.slug}`)
    await page.getByRole('contentinfo').scrollIntoViewIfNeeded()
    await expect(page.getByRole('region', { name: 'Similar pieces' })).toBeVisible({ timeout: 3_000 })
  }).toPass({ timeout: 40_000 })
  for (const [title, placement] of [
    ['Complete the look', 'complete-look'],
    ['Similar pieces', 'similar'],
  ] as const) {
    const rail = page.getByRole('region', { name: title })
    await expect(rail).toHaveAttribute('data-placement', placement)
    const cards = rail.locator('[data-product]')
    await expect(cards.first()).toHaveAttribute('data-served', /^[0-9a-f-]{36}$/)
    await expect(cards.first()).toHaveAttribute('data-model-version', /./)
    await expect(rail.locator(`a[href^="/p/${piece.slug}"]`)).toHaveCount(0)
  }
})

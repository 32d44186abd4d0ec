import { expect, test } from './fixtures/test'
import { addressOf } from './steps/product-page'
import { openAs } from './steps/sign-in'

/** A page counts as read after a few seconds, and is kept when the browser has nothing better to do. */
const KEPT_WITHIN_MS = 30_000

test('home, listing and product page that were read stay readable without a connection, until who read them signs out', async ({
  visitors,
  shop,
}) => {
  const visitor = await visitors()
  await openAs(visitor, 'shopper', '/account')
  const { page, context, visit, calm } = visitor
  const piece = await shop.stock.claim(5)
  const seen = ['/', '/shop?sort=newest', addressOf(piece)]

  const titles = new Map<string, string>()
  for (const path of seen) {
    await visit(path)
    titles.set(path, (await page.getByRole('heading', { level: 1 }).textContent()) ?? '')
    await expect
      .poll(() => page.evaluate(async (url) => (await caches.match(url, { ignoreVary: true })) !== undefined, path), {
        timeout: KEPT_WITHIN_MS,
        message: `${path} is kept`,
      })
      .toBe(true)
  }

  // Without a network every request fails, and the browser says so.
  calm.tolerate(/ERR_INTERNET_DISCONNECTED|ERR_FAILED|Failed to fetch|NetworkError|no-response/)
  await context.setOffline(true)
  for (const path of seen) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(titles.get(path) ?? '')
    await expect(page.getByText('You are offline.', { exact: true })).toBeVisible()
  }
  await expect(page.getByText('As of when the page opened')).toBeVisible()

  for (const path of ['/shop?category=knitwear', '/bag', '/orders']) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Off the loom for a moment')
  }
  await visitor.arrive('/orders')

  await context.setOffline(false)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your orders', { timeout: 15_000 })

  await test.step('who comes next at this device finds nothing of what the one before was shown', async () => {
    await visit('/account')
    await page.getByRole('button', { name: 'Sign out' }).click()
    await visitor.arrive('/')
    await context.setOffline(true)
    for (const path of seen.slice(1)) {
      await page.goto(path)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Off the loom for a moment')
    }
  })
})

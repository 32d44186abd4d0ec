import { expect, test, type Visitor } from './fixtures/test'

const GONE = [/Failed to load resource/, /Failed to fetch/]
const KEPT_WITHIN = { timeout: 30_000 }

/** The page's path stands in the cache of kept pages: the worker has it whole. */
const expectKept = ({ page }: Visitor, path: string) =>
  expect
    .poll(
      () =>
        page.evaluate(async () => {
          const pages = await (await caches.open('selvedge-pages')).keys()
          return pages.map(({ url }) => new URL(url).pathname)
        }),
      KEPT_WITHIN,
    )
    .toContain(path)

const heading = ({ page }: Visitor) => page.getByRole('heading', { level: 1 })
const offlinePage = (visitor: Visitor) => expect(heading(visitor)).toHaveText('Off the loom for a moment')
const banner = ({ page }: Visitor) => page.getByText('You are offline.', { exact: true })

const expectDrawn = ({ page }: Visitor) =>
  expect
    .poll(
      () =>
        page
          .getByRole('main')
          .locator('img')
          .first()
          .evaluate((image) => Object(image).naturalWidth),
      KEPT_WITHIN,
    )
    .toBeGreaterThan(0)

test('what was read before can be read without a connection, and nothing personal can', async ({ visitor }) => {
  const { page, context, calm, visit } = visitor
  await visit('/')
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await expectKept(visitor, '/')
  await visit('/shop')
  await expectKept(visitor, '/shop')
  const links = page.getByRole('main').locator('a[href^="/p/"]')
  const addresses = [...new Set(await links.evaluateAll((all) => all.map((a) => new URL(Object(a).href).pathname)))]
  const [seen = '', unseen = ''] = addresses
  // By a link inside the shop, so that its document was never asked for.
  await page.getByRole('main').locator(`a[href^="${seen}"]`).first().click()
  await page.waitForURL(`**${seen}*`)
  await expectKept(visitor, seen)
  const product = await heading(visitor).innerText()
  await visit('/bag')

  calm.tolerate(...GONE)
  await context.setOffline(true)
  for (const path of ['/', '/shop']) {
    await page.goto(path)
    await expect(banner(visitor)).toBeVisible()
    await expectDrawn(visitor)
  }
  await page.goto(seen)
  await page.reload()
  await expect(heading(visitor)).toHaveText(product)
  await expectDrawn(visitor)
  await expect(page.getByText('A piece can only be held with a connection.')).toBeVisible()

  for (const path of [unseen, '/bag', '/account', '/admin']) {
    await page.goto(path)
    await offlinePage(visitor)
  }

  await page.goto(seen)
  await context.setOffline(false)
  await expect(banner(visitor)).toBeHidden({ timeout: 20_000 })
  await expect(page.getByText('Live stock')).toBeVisible({ timeout: 20_000 })
})

import { settled } from './fixtures/settled'
import { expect, test } from './fixtures/test'
import { told } from './steps/known-shopper'

test('after looking at pieces of one house the listing for you begins with it, goes on without a repeat, and is remembered', async ({
  visitors,
}) => {
  const visitor = await visitors({ consent: 'personal' })
  const { page, visit } = visitor
  const cards = page.locator('main [data-placement="listing"] h3 a')
  /** What the cards say, brand first, with where they lead. */
  const read = () =>
    cards.evaluateAll((links) =>
      links.map((link) => ({
        brand: (link.textContent ?? '').split(',')[0] ?? '',
        path: new URL((link as HTMLAnchorElement).href).pathname,
      })),
    )
  const order = page.getByRole('combobox', { name: 'Sort by' })

  await page.goto('/shop')
  const shown = await read()
  const brand = shown.find((card, at) => at >= 8 && card.brand !== shown[0]?.brand)?.brand ?? ''
  await test.step(`pieces of ${brand} are looked at`, async () => {
    for (const { path } of shown.filter((card) => card.brand === brand).slice(0, 2)) {
      await told(visitor, 'view', () => page.goto(path))
    }
  })

  await test.step('the next listing for you begins with that house', async () => {
    // The page that began with it is the one that goes on: on another load taste may come late, and the shop's order stand.
    await expect(async () => {
      await visit('/shop?sort=for-you')
      expect((await read())[0]?.brand).toBe(brand)
    }).toPass({ timeout: 45_000 })
  })

  await test.step('more of it goes on in the same order, and no piece stands twice', async () => {
    const begun = await read()
    await page.getByRole('link', { name: 'Show more' }).click()
    await page.waitForURL(/sort=for-you&order=[0-9a-f-]{36}&page=2/)
    await expect.poll(async () => (await read()).length).toBeGreaterThan(begun.length)
    const paths = (await read()).map(({ path }) => path)
    expect(paths.slice(0, begun.length)).toEqual(begun.map(({ path }) => path))
    expect(new Set(paths).size).toBe(paths.length)
  })

  await test.step('what is chosen in the menu is remembered, and forgotten there too', async () => {
    await settled(page)
    await order.selectOption({ label: 'Newest first' })
    await page.waitForURL(/sort=newest$/)
    await order.selectOption({ label: 'For you' })
    await page.waitForURL(/sort=for-you$/)
    await page.goto('/shop')
    await settled(page)
    await expect(order).toHaveValue('for-you')
    await order.selectOption({ label: 'Our choice' })
    await expect(page).not.toHaveURL(/sort=/)
    await page.goto('/shop')
    await expect(order).toHaveValue('featured')
  })
})

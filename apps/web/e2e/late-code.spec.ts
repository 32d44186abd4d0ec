import { expect, test } from './fixtures/test'

const PHONE = { width: 390, height: 844 }

test('a menu whose code does not arrive says so, though the code of messages does not arrive either, and the page stays; the next press opens it', async ({
  visitors,
}) => {
  // A page that was kept for later would bring its code along.
  const { page, calm, visit } = await visitors({ viewport: PHONE, serviceWorkers: 'block' })
  calm.tolerate(/ERR_FAILED/, /chunk/i)
  await visit('/shop')
  const CODE = '**/_next/static/chunks/**'
  await page.route(CODE, (route) => route.abort('failed'))
  await page.getByRole('button', { name: 'Menu', exact: true }).click()
  const said = page.getByRole('alert').filter({ hasText: 'The menu could not open' })
  await expect(said).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()

  await page.unroute(CODE)
  await page.getByRole('button', { name: 'Menu', exact: true }).click()
  await expect(page.getByRole('dialog').getByRole('link', { name: 'New', exact: true })).toBeVisible()
})

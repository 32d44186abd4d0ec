import { expect, test } from './fixtures/test'

test('where no script runs a product page still shows what goes with the piece, and leads there', async ({
  visitors,
  shop,
}) => {
  const { page } = await visitors({ javaScriptEnabled: false })
  const { slug } = await shop.stock.claim(3)
  await page.goto(`/p/${slug}`)
  const rail = page.getByRole('region', { name: /^(Bought together|Of the same kind)$/ })
  const card = rail.getByRole('article').first()
  await card.scrollIntoViewIfNeeded()
  await expect(card).toBeVisible()
  const href = (await card.getByRole('link').first().getAttribute('href')) ?? ''
  expect(href).not.toContain(slug)
  await page.goto(href)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText((await page.title()).split(' by ')[0] ?? '')
})

import { expectStill } from './fixtures/layout-shift'
import { expect, test } from './fixtures/test'

const PHONE = { width: 390, height: 844 }
/** What rows that are drawn late may be estimated wrong by, all of them above the screen together. */
const ESTIMATE_PX = 120
const DEEP = 16

test('on a phone nothing jumps: front page, listing to its end and back, product page', async ({ visitors, shop }) => {
  const { page, visit, arrive } = await visitors({ viewport: PHONE })
  const cards = page.getByRole('main').getByRole('article')

  await test.step('the front page stands still', async () => {
    await visit('/')
    await expectStill(page)
  })

  await test.step('so does a listing, while one goes down to its end', async () => {
    await visit('/shop?department=women')
    await expectStill(page)
    for (let screen = 1; screen <= 5; screen++) {
      await page.mouse.wheel(0, PHONE.height)
      await page.waitForTimeout(150)
    }
    await expectStill(page)
  })

  await test.step('the way back from a piece far down leads to that piece', async () => {
    const deep = cards.nth(DEEP)
    await deep.scrollIntoViewIfNeeded()
    const stood = (await deep.boundingBox())?.y ?? Number.NaN
    const href = await deep.getByRole('link').getAttribute('href')
    await deep.getByRole('link').click()
    await arrive(/\/p\//)
    await page.goBack()
    await arrive(/department=women/)
    const again = page.getByRole('main').locator(`article:has(a[href="${href}"])`)
    await expect
      .poll(async () => Math.abs(((await again.boundingBox())?.y ?? Number.NaN) - stood))
      .toBeLessThan(ESTIMATE_PX)
  })

  await test.step('and a product page', async () => {
    const { slug } = await shop.stock.claim(2)
    await visit(`/p/${slug}`)
    await expectStill(page)
  })
})

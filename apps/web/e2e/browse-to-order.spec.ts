import { expectStill } from './fixtures/layout-shift'
import { expect, test } from './fixtures/test'
import { arriveAtOrder, chooseCard, fillIn, pay } from './steps/checkout-page'
import { choose, drawer, putInBag } from './steps/product-page'

test('a guest finds a piece by its filters, buys it, and the books agree to the unit', async ({ visitor, shop }) => {
  const { page, visit, arrive } = visitor
  const piece = await shop.stock.claim(5)
  const before = await shop.truth.level(piece.variantId)
  const email = `guest-${Date.now()}@example.org`

  await test.step('home leads to a listing', async () => {
    await visit('/')
    await expectStill(page)
    await page.getByRole('link', { name: 'See all' }).first().click()
    await arrive(/\/shop\?sort=newest/)
  })

  await test.step('filters narrow it down and stand as chips', async () => {
    await visit('/shop')
    await expectStill(page)
    const filters = page.getByRole('complementary', { name: 'Filters' })
    await filters.getByLabel('In stock now').check()
    await page.waitForURL(/in-stock=1/)
    await filters.locator(`input[name="category"][value="${piece.category}"]`).check()
    await page.waitForURL(/category=/)
    const showAll = filters.getByRole('button', { name: /^Show all \d+ sizes$/ })
    if (await showAll.isVisible()) await showAll.click()
    await filters
      .getByRole('button', {
        name: new RegExp(`^Size (?:Dress |Tailoring |Shoe )?${piece.sizeLabel}\\s*,\\s*\\d+\\s*products$`),
      })
      .click()
    await page.waitForURL(/size=/)
    await filters.getByRole('button', { name: new RegExp(`^${piece.colourFamily}\\s*,`, 'i') }).click()
    await arrive(new RegExp(`colour=${piece.colourFamily}`))
    await expect(page.getByRole('list', { name: 'Filters set' }).getByRole('link', { name: /^Remove / })).toHaveCount(4)
  })

  const filtered = page.url()
  const card = page.locator(`main a[href="/p/${piece.slug}"], main a[href^="/p/${piece.slug}?"]`)
  let scrolledTo = 0

  await test.step('the way back restores filters and place', async () => {
    await card.scrollIntoViewIfNeeded()
    scrolledTo = await page.evaluate(() => window.scrollY)
    await card.click()
    await arrive(new RegExp(`/p/${piece.slug}`))
    await page.goBack()
    await arrive(filtered)
    await expect(page.getByRole('list', { name: 'Filters set' }).getByRole('link', { name: /^Remove / })).toHaveCount(4)
    await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(scrolledTo)
  })

  await test.step('a chip taken away brings more pieces', async () => {
    const pieces = page.getByRole('main').getByRole('article')
    const few = await pieces.count()
    await page.getByRole('list', { name: 'Filters set' }).getByRole('link', { name: 'Remove In stock' }).click()
    await page.waitForURL((url) => !url.searchParams.has('in-stock'))
    await expect.poll(() => pieces.count()).toBeGreaterThanOrEqual(few)
    await page.goBack()
    await page.waitForURL(filtered)
  })

  await test.step('the product page takes a hold with a clock', async () => {
    await visit(`/p/${piece.slug}?colour=${piece.colour}`)
    await expectStill(page)
    await choose(visitor, piece)
    await putInBag(visitor)
    await visitor.arrive(/\/p\//)
    expect(await shop.truth.heldUnits(piece.variantId)).toBe(1)
    await drawer(visitor).getByRole('link', { name: 'See the bag' }).click()
    await arrive('/bag')
    await expect(page.getByRole('timer')).toHaveText(/^Held (9|10):\d\d$/)
  })

  await test.step('checkout as a guest', async () => {
    await page.getByRole('main').getByRole('link', { name: 'Check out' }).click()
    await arrive('/checkout')
    await pay(visitor)
    await expect(page.getByLabel('E-mail')).toBeFocused()
    await visitor.arrive('/checkout')
    await fillIn(visitor, email)
    await page.getByRole('radio', { name: /^Express/ }).check()
    await chooseCard(visitor, 'approved')
    await pay(visitor)
    await arriveAtOrder(visitor)
    const way = page.getByRole('region', { name: 'Progress' }).getByRole('listitem')
    await expect(way.filter({ hasText: 'Order placed' })).toContainText('Done')
    await expect(way.filter({ hasText: 'Paid' })).toContainText('Done')
    await expect(way.filter({ hasText: 'We are packing it' })).toContainText('Now')
    await expect(page.getByRole('link', { name: 'Bag, empty' })).toBeVisible()
  })

  await test.step('PostgreSQL agrees', async () => {
    expect(await shop.truth.level(piece.variantId)).toEqual({
      onHand: before.onHand,
      reserved: before.reserved,
      allocated: before.allocated + 1,
    })
    expect((await shop.truth.entries(piece.variantId)).slice(-2)).toEqual(['Reserved', 'Committed'])
    const [order, ...others] = await shop.truth.ordersOf(email)
    expect(others).toEqual([])
    expect(order).toMatchObject({ state: 'confirmed', payments: ['captured'], captures: 1 })
    expect(order?.totalMinor).toBe(piece.priceMinor + 1_490)
    expect(await shop.truth.disagreements()).toEqual([])
  })
})

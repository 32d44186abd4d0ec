import type { Locator } from '@playwright/test'
import type { ProductView } from '@selvedge/core'
import { answerOf, query } from './fixtures/call'
import { expectStill } from './fixtures/layout-shift'
import type { Piece } from './fixtures/stock-keeper'
import { expect, test, type Visitor } from './fixtures/test'
import { feedOf, nameOf, told } from './steps/known-shopper'
import { drawer, lookAt, putInBag } from './steps/product-page'
import { signInAs } from './steps/sign-in'

const SIZE = 'M'

test('the last M goes to another browser and leaves my page and my next answer; the inspector tells why of both', async ({
  visitors,
  shop,
}) => {
  const [shopper, other] = [await visitors({ consent: 'personal' }), await visitors()]
  const { page } = shopper
  const feed = feedOf(shopper)

  await test.step('who puts two Ms into the bag is known to wear M', async () => {
    const first = await shop.stock.claim(3, { size: SIZE, category: 'tops' })
    await takeIntoBag(shopper, first)
    await takeIntoBag(shopper, await shop.stock.claim(3, first))
    await expect(async () => {
      await shopper.visit('/')
      await expect(inMySize(feed).first()).toBeVisible({ timeout: 1_000 })
    }).toPass()
  })

  const card = await leastPromised(shopper, feed)
  const slug = await slugOf(card)
  const productId = Number(await card.getAttribute('data-product'))
  const mine = feed.locator(`[data-product="${productId}"]`)
  const last = await shop.stock.leaveOneOf(slug, SIZE)
  // With its last unit it is gone, and not only later. What was promised beyond stock is on the shelf by now.
  const allowPromises = await shop.stock.promiseNoMore(slug, SIZE)
  try {
    await test.step('another browser takes the last one: my open page says so, and nothing moves', async () => {
      await mine.scrollIntoViewIfNeeded()
      const where = () =>
        feed.locator('[data-product]').evaluateAll((all) => all.map((one) => one.getBoundingClientRect().y))
      await lookAt(other, last)
      const before = await where()
      await putInBag(other)
      await expect(feed.getByText('Just sold out in your size')).toBeVisible()
      await expect(feed.locator('[inert]').filter({ has: page.locator(`[data-product="${productId}"]`) })).toBeVisible()
      expect(await where()).toEqual(before)
      await expectStill(page)
      await shopper.arrive('/')
    })

    await test.step('my next answer does without it', async () => {
      await expect(async () => {
        await page.goto('/')
        // An answer whose profile came too late is nobody's own.
        await expect(inMySize(feed).first()).toBeVisible({ timeout: 2_000 })
      }).toPass()
      await expect(mine).toHaveCount(0)
    })

    await test.step('the inspector shows what I see with its sources and score, and which filter took the other', async () => {
      const staff = await visitors()
      await signInAs(staff, 'merchandiser', '/admin/recommendations')
      const name = await nameOf(shopper)
      const candidates = staff.page.getByRole('table', { name: /^Candidates/ }).getByRole('row')
      let row = candidates.first()
      await staff.page.getByLabel('Shopper').fill(name)
      // A piece that is tried out is drawn anew for every answer: then the first of the next one is asked about.
      await expect(async () => {
        await page.goto('/')
        const seen = await inMySize(feed).first().getAttribute('data-product', { timeout: 2_000 })
        row = candidates.filter({ has: staff.page.getByText(new RegExp(`· ${seen}$`)) })
        await staff.page.getByRole('button', { name: 'Explain' }).click()
        await expect(staff.page.getByRole('heading', { name: `Known of ${name}` })).toBeVisible()
        await expect(row.getByRole('cell').first()).toHaveText(/^\d+$/, { timeout: 2_000 })
      }).toPass()
      await row.getByRole('button', { name: /^Why/ }).click()
      await expect(staff.page.getByText(/^Log-odds [+−]\d/)).toBeVisible()
      await staff.page.getByText(/^Not shown: /).click()
      const dropped = staff.page
        .getByRole('listitem')
        .filter({ hasText: last.title })
        .filter({ hasText: `${productId}` })
      await expect(dropped).toContainText('Not in the shopper’s size')
      await staff.arrive('/admin/recommendations')
    })

    await drawer(other)
      .getByRole('button', { name: /^Remove / })
      .click()
  } finally {
    await allowPromises()
  }
})

/** On the shelf: what can only be promised has no last unit to take. */
const inMySize = (feed: Locator): Locator =>
  feed
    .locator('[data-product]')
    .filter({ hasText: new RegExp(`In your ${SIZE}\\b`) })
    .filter({ hasNotText: /Pre-order|Backorder|Ships later/ })

const slugOf = async (card: Locator): Promise<string> =>
  (await card.getByRole('link').getAttribute('href'))?.replace('/p/', '') ?? ''

/** The first of which nothing more is promised, else the first: there it has to end. */
const leastPromised = async ({ context }: Visitor, feed: Locator): Promise<Locator> => {
  const cards = await inMySize(feed).all()
  for (const card of cards) {
    const { stock } = await answerOf<ProductView>(
      await query(context.request, 'shop.product', { slug: await slugOf(card) }),
    )
    if (stock.every(({ outlook }) => outlook === undefined)) return card
  }
  return cards[0] ?? inMySize(feed).first()
}

const takeIntoBag = async (visitor: Visitor, piece: Piece): Promise<void> => {
  await lookAt(visitor, piece)
  await told(visitor, 'add', () => putInBag(visitor))
}

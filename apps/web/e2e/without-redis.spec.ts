import type { FeedAnswer } from '@selvedge/core'
import { answerOf, query } from './fixtures/call'
import { withoutRedis } from './fixtures/engines'
import { expect, test, type Visitor } from './fixtures/test'
import { arriveAtOrder, chooseCard, fillIn, pay } from './steps/checkout-page'
import { becomeKnown, feedOf, productsIn } from './steps/known-shopper'
import { buyButton, lookAt, putInBag } from './steps/product-page'

/** An answer may take half a second; the rest is a busy machine. */
const CHOSEN_WITHIN_MS = 1_000
/** While nobody tells of changes, watched stock is read anew every two seconds. */
const READ_ANEW_WITHIN_MS = 6_000
/** Everybody connects again within a second or two; the worker gives a sign of life every few. */
const BACK_WITHIN_MS = 30_000
const LIVE_AGAIN_WITHIN_MS = 3_000
/** What could not be sent is sent by the next page, and then has to come through stream and worker. */
const TOLD_WITHIN_MS = 20_000
const LENGTH = 24

test('Redis is away: shop window, hold, checkout and payment work, what is chosen can be bought and claims nothing; when it is back stock is live and nothing that was seen is lost', async ({
  visitors,
  shop,
}) => {
  const piece = await shop.stock.claim(1)
  const email = `without-redis-${Date.now()}@example.org`
  const [shopper, other] = [await visitors({ consent: 'personal' }), await visitors()]
  const { page } = shopper
  // What was looked at is kept and sent later: the page says nothing of it, the browser notes the answer.
  shopper.calm.tolerate(/\/api\/behaviour\)$/, /shop\.taste\.judge/)
  const [before = 0] = (await chosenFor(shopper)).items
  await becomeKnown(shopper, before)
  await lookAt(other, piece)

  await withoutRedis(async () => {
    await test.step('the front page chooses what can be bought, and does not say that it knows anybody', async () => {
      await shopper.visit('/')
      const feed = feedOf(shopper)
      await expect(feed.getByText(/^What you like could not be read in time/)).toBeVisible()
      const shown = await productsIn(feed)
      expect(shown.length).toBeGreaterThanOrEqual(8)
      expect(await shop.truth.soldOut(shown)).toEqual([])
      await expect(feed.getByText(/^Because you |^Chosen by what you looked at/)).toHaveCount(0)
      const { items, tookMs } = await chosenFor(shopper)
      expect(await shop.truth.soldOut(items)).toEqual([])
      expect(items.length).toBeGreaterThanOrEqual(LENGTH / 2)
      expect(tookMs).toBeLessThan(CHOSEN_WITHIN_MS)
    })

    await test.step('a word that cannot be kept is not said to be', async () => {
      const wave = feedOf(shopper)
        .getByRole('button', { name: /^Not for me/ })
        .first()
      const name = (await wave.getAttribute('aria-label')) ?? ''
      await wave.press('Enter')
      await expect(page.getByText('Nothing was changed. Try again in a moment.').first()).toBeVisible()
      await expect(feedOf(shopper).getByRole('button', { name, exact: true })).toBeAttached()
    })

    await test.step('the listing lists, the search finds', async () => {
      for (const address of [`/shop?category=${piece.category}`, `/search?q=${encodeURIComponent(piece.title)}`]) {
        await shopper.visit(address)
        await expect(page.getByRole('main').getByRole('article').first()).toBeVisible()
      }
    })

    await test.step('the product page has its stock and what goes with the piece; the last unit is held', async () => {
      await lookAt(shopper, piece)
      await expect(page.getByText('Only 1 left', { exact: true }).first()).toBeVisible()
      const similar = page.locator('[data-placement="similar"]')
      // A rail above it comes in while one scrolls, and moves the end of the page.
      await expect(async () => {
        await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight))
        await expect(similar.getByRole('article').first()).toBeVisible({ timeout: 1_000 })
      }).toPass({ timeout: 20_000 })
      expect(await shop.truth.soldOut(await productsIn(similar))).toEqual([])
      await putInBag(shopper)
      expect(await shop.truth.heldUnits(piece.variantId)).toBe(1)
    })

    await test.step('another open page sees it go all the same', async () => {
      await expect(buyButton(other)).toHaveText('Sold out in this size', { timeout: READ_ANEW_WITHIN_MS })
    })

    await test.step('the bag leads to the checkout, which is paid once', async () => {
      await shopper.visit('/bag')
      await expect(page.getByRole('list', { name: 'Pieces in your bag' }).getByRole('listitem')).toHaveCount(1)
      await page.getByRole('main').getByRole('link', { name: 'Check out' }).click()
      await shopper.arrive('/checkout')
      await fillIn(shopper, email)
      await chooseCard(shopper, 'approved')
      await pay(shopper)
      await arriveAtOrder(shopper)
      expect(await shop.truth.ordersOf(email)).toMatchObject([
        { state: 'confirmed', payments: ['captured'], captures: 1 },
      ])
    })
  })

  await test.step('when it is back, whoever looks sees the piece come back and, from then on, every change at once, without loading anything', async () => {
    await expect.poll(() => missingFrom(shopper), { timeout: BACK_WITHIN_MS }).not.toContain('redis')
    await expect.poll(() => missingFrom(shopper), { timeout: BACK_WITHIN_MS }).not.toContain('worker')
    const loaded = await other.page.evaluate(() => performance.timeOrigin)
    await shop.stock.setAvailable(piece, 1)
    await expect(buyButton(other)).toHaveText('Put in the bag', { timeout: BACK_WITHIN_MS })
    await shop.stock.setAvailable(piece, 0)
    await expect(buyButton(other)).toHaveText('Sold out in this size', { timeout: LIVE_AGAIN_WITHIN_MS })
    expect(await other.page.evaluate(() => performance.timeOrigin)).toBe(loaded)
    expect(await shop.truth.disagreements()).toEqual([])
  })

  await test.step('what was known is known again, and what was looked at meanwhile as well', async () => {
    await expect.poll(() => lookedAt(shopper), { timeout: TOLD_WITHIN_MS }).toContain(piece.productId)
    expect(await lookedAt(shopper)).toContain(before)
    // An answer whose profile came too late is nobody's own.
    await expect(async () => {
      await page.goto('/')
      await expect(feedOf(shopper).getByText(/^Chosen by what you looked at/)).toBeVisible({ timeout: 2_000 })
    }).toPass()
    await shopper.arrive('/')
  })
})

const lookedAt = async ({ context: { request } }: Visitor): Promise<readonly number[]> =>
  (await answerOf<{ productId: number }[]>(await query(request, 'shop.taste.recent', {}))).map(
    ({ productId }) => productId,
  )

const chosenFor = async ({ context: { request } }: Visitor) => {
  const beganAt = performance.now()
  const { items } = await answerOf<FeedAnswer>(await query(request, 'shop.feed', { length: LENGTH }))
  return { items: items.map(({ card }) => card.productId), tookMs: performance.now() - beganAt }
}

/** Parts of the shop that do not answer. */
const missingFrom = async ({ context: { request } }: Visitor): Promise<readonly string[]> => {
  const { degraded } = (await (await request.get('/api/health/ready')).json()) as { degraded: string[] }
  return degraded
}

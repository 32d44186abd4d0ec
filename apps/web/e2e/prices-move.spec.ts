import { randomUUID } from 'node:crypto'
import { answerOf, mutate } from './fixtures/call'
import { expect, test } from './fixtures/test'
import { feedOf, productsIn } from './steps/known-shopper'
import { openAs } from './steps/sign-in'

/** The sweeper, the index, the engine and this page’s own moment. */
const BY_ITSELF_MS = 60_000

test('a markdown that goes live shows on a front page that is open already, in its place, and goes again when it ends', async ({
  visitors,
}) => {
  const [visitor, staff] = [await visitors(), await visitors()]
  await openAs(staff, 'merchandiser', '/admin/promotions')
  const { request } = staff.context
  await visitor.visit('/')
  const feed = feedOf(visitor)
  const piece = feed
    .locator('[data-product]')
    .filter({ hasNot: visitor.page.locator('s') })
    .first()
  await piece.scrollIntoViewIfNeeded()
  const id = await piece.getAttribute('data-product')
  const mine = feed.locator(`[data-product="${id}"]`)
  const slug = new URL((await mine.getByRole('link').first().getAttribute('href')) ?? '', 'http://shop').pathname.slice(
    3,
  )
  const place = async () => (await productsIn(feed)).indexOf(Number(id))
  const stood = await place()
  const name = `Shown at once ${randomUUID()}`
  const plan = { name, scope: { kind: 'product', slug }, percent: 30, startsAtMs: Date.now() - 60_000 }
  const planned = await answerOf<{ id: number }>(await mutate(request, 'admin.promotions.plan', plan))
  try {
    await expect(mine.locator('s')).toBeVisible({ timeout: BY_ITSELF_MS })
    expect(await place()).toBe(stood)
  } finally {
    await mutate(request, 'admin.promotions.end', { id: planned.id })
  }
  await expect(mine.locator('s')).toHaveCount(0, { timeout: BY_ITSELF_MS })
})

test('what a campaign is about is on the very first page of a stranger, as the server prints it; another campaign has its own', async ({
  visitors,
  shop,
}) => {
  const { context } = await visitors({ consent: 'undecided' })
  const printed = async (campaign: string): Promise<readonly string[]> => {
    const html = await (await context.request.get(`/?utm_campaign=${campaign}`)).text()
    const [, after = ''] = html.split('data-placement="for-you"')
    const [feed = ''] = after.split('</section>')
    return shop.truth.categoriesOf([...feed.matchAll(/data-product="(\d+)"/g)].map(([, id]) => Number(id)))
  }
  const share = (categories: readonly string[], of: string) => categories.filter((one) => one === of).length
  // The engine may still be reading the catalogue when the shop has just opened: then best sellers stand in.
  await expect(async () => {
    const [knitwear, shoes, knitwearAgain] = [
      await printed('knitwear'),
      await printed('shoes'),
      await printed('knitwear'),
    ]
    expect(share(knitwear, 'knitwear')).toBeGreaterThan(share(shoes, 'knitwear'))
    expect(share(shoes, 'shoes')).toBeGreaterThan(share(knitwear, 'shoes'))
    expect(share(knitwearAgain, 'knitwear')).toBeGreaterThan(share(shoes, 'knitwear'))
  }).toPass()
})

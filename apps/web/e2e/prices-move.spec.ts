import { randomUUID } from 'node:crypto'
import { answerOf, mutate } from './fixtures/call'
import { expectStill } from './fixtures/layout-shift'
import { expect, test, type Visitor } from './fixtures/test'
import { feedOf, productsIn } from './steps/known-shopper'
import { openAs } from './steps/sign-in'

/** The sweeper, the index, the engine and this page’s own moment. */
const BY_ITSELF_MS = 60_000
/** Deeper than any markdown that the shop began with: of several the deepest counts. */
const DEEP = 60

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

test('the line under the front picture, an open product page and the rail beside it follow a markdown in their place, and go back with it', async ({
  visitors,
}) => {
  const [front, beside, staff] = [await visitors(), await visitors(), await visitors()]
  await openAs(staff, 'merchandiser', '/admin/promotions')
  await front.visit('/')
  const line = front.page
    .locator('section[aria-labelledby="hero-title"] p')
    .filter({ has: front.page.locator('a[href^="/p/"]') })
  const slug = slugOf(await line.getByRole('link').getAttribute('href'))
  await beside.visit(`/p/${slug}`)
  const { page } = beside
  const price = page.locator('h1 + .figures')
  const rail = page.locator('[data-placement="similar"]')
  await expect(async () => {
    await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight))
    await expect(rail.locator('[data-product]').first()).toBeVisible({ timeout: 1_000 })
  }).toPass()
  const piece = rail
    .locator('[data-product]')
    .filter({ hasNot: page.locator('s') })
    .first()
  await piece.scrollIntoViewIfNeeded()
  const id = Number(await piece.getAttribute('data-product'))
  const inRail = slugOf(await piece.getByRole('link').first().getAttribute('href'))
  const stood = (await productsIn(rail)).slice(0, (await productsIn(rail)).indexOf(id) + 1)
  const [lineBefore, priceBefore] = [await line.textContent(), await price.textContent()]
  const [frontPlaces, besidePlaces] = [await placesOn(front), await placesOn(beside)]

  const { request } = staff.context
  const chosenAnew = page.waitForResponse(/shop\.rail\b/, { timeout: BY_ITSELF_MS })
  const planned: { id: number }[] = []
  try {
    for (const marked of [slug, inRail]) {
      const plan = { name: `Followed ${randomUUID()}`, scope: { kind: 'product', slug: marked }, percent: DEEP }
      const now = { ...plan, startsAtMs: Date.now() - 60_000 }
      planned.push(await answerOf<{ id: number }>(await mutate(request, 'admin.promotions.plan', now)))
    }
    await expect(price).not.toHaveText(priceBefore ?? '', { timeout: BY_ITSELF_MS })
    await expect(page.getByText(/^The price is €[\d,.]+ now, it was €[\d,.]+\.$/)).toBeAttached()
    await expect(price.locator('s')).toBeVisible()
    await expect(line).not.toHaveText(lineBefore ?? '', { timeout: BY_ITSELF_MS })
    await expect(line.locator('s')).toBeVisible()
    await expect(rail.locator(`[data-product="${id}"] s`)).toBeVisible({ timeout: BY_ITSELF_MS })
    await chosenAnew
    await beside.arrive(/\/p\//)
    expect((await productsIn(rail)).slice(0, stood.length)).toEqual(stood)
    expect([await placesOn(front), await placesOn(beside)]).toEqual([frontPlaces, besidePlaces])
    await expectStill(front.page)
  } finally {
    for (const { id } of planned) await mutate(request, 'admin.promotions.end', { id })
  }
  await expect(price).toHaveText(priceBefore ?? '', { timeout: BY_ITSELF_MS })
  await expect(line).toHaveText(lineBefore ?? '', { timeout: BY_ITSELF_MS })
})

const slugOf = (href: string | null): string => new URL(href ?? '', 'http://shop').pathname.slice(3)

/** Where what is named, its price and its sizes stand, seen from the title of the page. */
const placesOn = ({ page }: Visitor): Promise<number[]> =>
  page.locator('main').evaluate((main) => {
    const parts = [...main.querySelectorAll('h1, h1 + .figures, #hero-title ~ *, #sizes button')]
    const [first = 0, ...others] = parts.map((part) => part.getBoundingClientRect().y)
    return others.map((y) => Math.round(y - first))
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

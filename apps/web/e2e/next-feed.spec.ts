import { answerOf, query } from './fixtures/call'
import { expect, test } from './fixtures/test'
import { feedOf, productsIn, told } from './steps/known-shopper'

const KINDS = ['knitwear', 'outerwear'] as const
const OPENED = 2

test('whoever opens two pieces of a kind and goes back finds more of that kind on the front page, and why', async ({
  visitors,
  shop,
}) => {
  const visitor = await visitors({ consent: 'personal' })
  const { page, visit, arrive } = visitor
  const feed = feedOf(visitor)
  const countOf = async (kind: string) =>
    (await shop.truth.categoriesOf(await productsIn(feed))).filter((category) => category === kind).length
  await visit('/')
  await expect(feed.getByRole('heading', { level: 2 })).toHaveText('To begin with')
  const [knitwear, outerwear] = [await countOf('knitwear'), await countOf('outerwear')]
  const kind = knitwear <= outerwear ? KINDS[0] : KINDS[1]
  const reason = feed.getByText(new RegExp(`Because you are looking at ${kind}|you looked at`)).first()

  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: kind, exact: false }).click()
  await arrive(/\/shop\?category/)
  const opened: number[] = []
  for (let nth = 0; nth < OPENED; nth += 1) {
    const card = page.getByRole('main').locator('[data-product]').nth(nth)
    opened.push(Number(await card.getAttribute('data-product')))
    await told(visitor, 'view', () => card.getByRole('link').click())
    await arrive(/\/p\//)
    await page.goBack()
    await arrive(/\/shop\?category/)
  }
  // By then the worker has taken them in: what comes next is the feed's own doing.
  await expect
    .poll(async () => {
      const recent = await query(visitor.context.request, 'shop.taste.recent', {})
      return (await answerOf<{ productId: number }[]>(recent)).map(({ productId }) => productId)
    })
    .toEqual(expect.arrayContaining(opened))

  await page.goBack()
  await arrive('/')
  await expect(async () => {
    try {
      await expect(reason).toBeVisible({ timeout: 5_000 })
    } catch (late) {
      // An answer whose profile came too late says nothing personal: it is asked for again.
      await page.reload()
      throw late
    }
  }).toPass()

  await expect(async () => {
    await page.goto('/')
    await expect(feed.getByRole('heading', { level: 2 })).toHaveText('For you', { timeout: 2_000 })
    expect(await countOf(kind), `${kind} on the front page`).toBeGreaterThan(Math.min(knitwear, outerwear))
  }).toPass()
})

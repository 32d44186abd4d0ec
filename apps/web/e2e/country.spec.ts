import type { FeedAnswer, ListingAnswer } from '@selvedge/core'
import { readE2eEnv } from './env'
import { answerOf, query } from './fixtures/call'
import { expect, test, type Visitor } from './fixtures/test'

const NAME = 'Where your parcels go'
/** Others alone sell it in Denmark. */
const HOUSE = 'fjellgarn'
const PASSWORD = 'over-and-under-again'

test('where parcels go is chosen once: the feed and the page of a piece follow, and every browser of the account has it', async ({
  visitors,
}) => {
  const [visitor, elsewhere] = [await visitors({ consent: 'personal' }), await visitors({ consent: 'personal' })]
  const { page, context, visit } = visitor
  const withheld = await pieceOf(visitor, HOUSE)

  await test.step('chosen at the foot of a page, it is said on the page of a piece that may not be sent there', async () => {
    await visit(`/p/${withheld.slug}`)
    const words = page.getByText('Not sent to Denmark', { exact: false })
    await expect(words).toBeHidden()
    await choose(visitor, 'Denmark')
    await expect(words).toBeVisible()
    await choose(visitor, 'Netherlands')
    await expect(words).toBeHidden()
    await choose(visitor, 'Denmark')
  })

  await test.step('nothing of that house is chosen for who lives there', async () => {
    const { items } = await answerOf<FeedAnswer>(await query(context.request, 'shop.feed', { length: 48 }))
    expect(items.length).toBeGreaterThan(0)
    expect(items.filter(({ card }) => card.brand === withheld.brand)).toEqual([])
  })

  await test.step('an account takes it over, and another browser has it from there', async () => {
    const email = `parcels-${Date.now()}@example.org`
    await enter(visitor, 'sign-up', { name: 'Bo Weaver', email, password: PASSWORD })
    await enter(elsewhere, 'sign-in', { email, password: PASSWORD })
    await elsewhere.visit('/account')
    await expect(elsewhere.page.getByRole('main').getByLabel(NAME)).toHaveValue('DK')
  })
})

const choose = async ({ page }: Visitor, country: string): Promise<void> => {
  const taken = page.waitForResponse((answer) => answer.url().includes('shop.country.choose') && answer.ok())
  await page.getByRole('contentinfo').getByLabel(NAME).selectOption({ label: country })
  await taken
}

const enter = async ({ context }: Visitor, how: 'sign-up' | 'sign-in', data: Record<string, string>): Promise<void> => {
  const headers = { origin: readE2eEnv().E2E_BASE_URL }
  const answer = await context.request.post(`/api/auth/${how}/email`, { data, headers })
  expect(answer.status()).toBe(200)
}

/** A piece of a house that others alone sell in Denmark. */
const pieceOf = async ({ context: { request } }: Visitor, brand: string) => {
  const { cards } = await answerOf<ListingAnswer>(await query(request, 'shop.listing', { brand: [brand] }))
  const [card] = cards
  if (!card) throw new Error(`the shop has nothing of ${brand}`)
  return card
}
